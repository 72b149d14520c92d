import type { Knex } from 'knex';

import { UIDS } from '../../../content-types/uids';
import type { ImageCopy } from '../../domain/catalogue/sellable';
import { TABLES } from '../tables';
import { readJson, readText } from '../values';
import type { Row } from './cards';

/** What a picture is read from: the description that an editor gave it, and its file. */
export const FILE_COLUMNS = [
  'f.url as image_url',
  'f.alternative_text as image_alternative_text',
  'f.width as image_width',
  'f.height as image_height',
  'f.formats as image_formats',
];
export const IMAGE_COLUMNS = ['i.description as image_description', ...FILE_COLUMNS];

/** Joins the file of the picture `i`. */
export function withImage(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return withFile(query, 'i', UIDS.productImage, 'file');
}

/** Joins the file `f` that a row has in a field. */
export function withFile(
  query: Knex.QueryBuilder,
  alias: string,
  uid: string,
  field: string
): Knex.QueryBuilder {
  return query
    .leftJoin(`${TABLES.fileLinks} as fl`, (join) =>
      join
        .on('fl.related_id', `${alias}.id`)
        .andOnVal('fl.related_type', uid)
        .andOnVal('fl.field', field)
    )
    .leftJoin(`${TABLES.files} as f`, 'f.id', 'fl.file_id');
}

export function toImage(row: Row): ImageCopy | null {
  if (!row.image_url) return null;
  return {
    url: String(row.image_url),
    alternativeText: readText(row.image_description) ?? readText(row.image_alternative_text),
    width: row.image_width === null ? null : Number(row.image_width),
    height: row.image_height === null ? null : Number(row.image_height),
    formats: readJson<Record<string, unknown>>(row.image_formats),
  };
}
