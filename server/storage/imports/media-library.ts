import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Core } from '@strapi/strapi';

import { TABLES } from '../tables';
import type { FetchedPicture } from './fetch-picture';

/** Where pictures are kept: the host's media library. */
export interface MediaLibrary {
  /** The file at an address of the library, or the one that was imported from an address before. */
  find: (url: string) => Promise<number | undefined>;
  store: (picture: FetchedPicture) => Promise<number>;
  /** Takes back what was stored for a product that was not imported after all. */
  remove: (fileId: number) => Promise<void>;
}

interface UploadService {
  upload: (params: { data: object; files: object }) => Promise<{ id: number }[]>;
  findOne: (id: number) => Promise<object | null>;
  remove: (file: object) => Promise<unknown>;
}

export function createMediaLibrary(strapi: Core.Strapi): MediaLibrary {
  const uploads = () => strapi.plugin('upload').service('upload') as UploadService;
  return {
    async find(url) {
      const file = (await strapi.db
        .query('plugin::upload.file')
        .findOne({ where: { url }, select: ['id'] })) as { id: number } | null;
      if (file) return file.id;
      const imported = (await strapi.db
        .connection(TABLES.fileLinks)
        .join(TABLES.images, `${TABLES.images}.id`, `${TABLES.fileLinks}.related_id`)
        .where({ related_type: 'plugin::cartwright.product-image', field: 'file' })
        .where(`${TABLES.images}.source`, url)
        .first('file_id')) as { file_id: number } | undefined;
      return imported?.file_id;
    },

    async store({ bytes, mime, name }) {
      const folder = await mkdtemp(join(tmpdir(), 'cartwright-picture-'));
      try {
        const filepath = join(folder, name);
        await writeFile(filepath, bytes);
        const [stored] = await uploads().upload({
          data: { fileInfo: { name } },
          files: { filepath, originalFilename: name, mimetype: mime, size: bytes.length },
        });
        if (!stored) throw new Error('The media library has stored nothing.');
        return stored.id;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },

    async remove(fileId) {
      const file = await uploads().findOne(fileId);
      if (file) await uploads().remove(file);
    },
  };
}
