import { UIDS } from '../../content-types/uids';
import type { Connection } from './database';
import { inChunks } from './chunks';
import { latest } from './latest';
import { TABLES } from './tables';
import { readText } from './values';

/** A file of the media library, as far as a picture asks. */
export interface PictureFile {
  id: number;
  name: string | null;
  mime: string | null;
}

/** The file of each of these pictures; those that have lost theirs are not among them. */
export async function readFilesOfPictures(
  db: Connection,
  imageIds: readonly number[]
): Promise<Map<number, PictureFile>> {
  const found = new Map<number, PictureFile>();
  for (const chunk of inChunks(imageIds)) {
    const rows = (await latest(
      db,
      db(`${TABLES.fileLinks} as link`)
        .join(`${TABLES.files} as file`, 'file.id', 'link.file_id')
        .where({ 'link.related_type': UIDS.productImage, 'link.field': 'file' })
        .whereIn('link.related_id', chunk)
        .orderBy('link.id', 'desc')
        .select('link.related_id as image', 'file.id', 'file.name', 'file.mime')
    )) as (FileRow & { image: unknown })[];
    for (const row of rows) found.set(Number(row.image), fileOf(row));
  }
  return found;
}

/** Those of these files that the media library has. */
export async function findPictureFiles(
  db: Connection,
  ids: readonly number[]
): Promise<Map<number, PictureFile>> {
  const found = new Map<number, PictureFile>();
  for (const chunk of inChunks(ids)) {
    const rows = (await latest(
      db,
      db(TABLES.files).whereIn('id', chunk).select('id', 'name', 'mime')
    )) as FileRow[];
    for (const row of rows) found.set(Number(row.id), fileOf(row));
  }
  return found;
}

interface FileRow {
  id: unknown;
  name: unknown;
  mime: unknown;
}

const fileOf = ({ id, name, mime }: FileRow): PictureFile => ({
  id: Number(id),
  name: readText(name),
  mime: readText(mime),
});
