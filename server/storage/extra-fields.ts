import type { Core } from '@strapi/strapi';

import { UIDS } from '../../content-types/uids';
import type { Extendable, ExtraValues } from '../domain/catalogue/extra-fields';
import type { Shelf } from './listings/shelf';
import { readBoolean, readDate, readJson } from './values';

/** A field that a site added to one of our types: a column of rows that are read anyway. */
interface ExtraField {
  name: string;
  column: string;
  type: string;
}

export type ExtraFields = Record<Extendable, readonly ExtraField[]>;

/** The shelf with what the site has added to the things on it. */
export interface ExtendedShelf extends Shelf {
  extra: ExtraFields;
}

const UID_OF: Record<Extendable, string> = {
  product: UIDS.product,
  variation: UIDS.productVariation,
  category: UIDS.category,
};

/** Names as columns, once the host knows its tables. */
export function createExtraFields(
  strapi: Core.Strapi,
  names: Record<Extendable, readonly string[]>
): () => ExtraFields {
  let known: ExtraFields | undefined;

  function fieldsOf(type: Extendable): ExtraField[] {
    if (names[type].length === 0) return [];
    const { attributes } = strapi.db.metadata.get(UID_OF[type]);
    return names[type].map((name) => {
      const { type: kind, columnName } = attributes[name] as { type: string; columnName?: string };
      return { name, type: kind, column: columnName ?? name };
    });
  }

  return () =>
    (known ??= {
      product: fieldsOf('product'),
      variation: fieldsOf('variation'),
      category: fieldsOf('category'),
    });
}

/** Under names of our own: a site's field may be called like something else in the row, such as `total`. */
export function extraColumns(fields: readonly ExtraField[], alias: string): string[] {
  return fields.map(({ column }, index) => `${alias}.${column} as ${aliasOf(index)}`);
}

export function toExtra(row: Record<string, unknown>, fields: readonly ExtraField[]): ExtraValues {
  return Object.fromEntries(
    fields.map(({ name, type }, index) => [name, read(type, row[aliasOf(index)])])
  );
}

const aliasOf = (index: number) => `extra_${index}`;

/** As the host's own API would show it, on every database. */
function read(type: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'boolean':
      return readBoolean(value);
    case 'integer':
    case 'decimal':
    case 'float':
      return Number(value);
    case 'json':
    case 'blocks':
      return readJson(value);
    case 'datetime':
    case 'timestamp':
      return readDate(value)?.toISOString() ?? null;
    default:
      return String(value);
  }
}
