import type { Knex } from 'knex';

import { UIDS } from '../../content-types/uids';
import type { BlockImage, Position, Source, StoredBlock } from '../domain/layout/block';
import type { Connection } from './database';
import { latest } from './latest';
import { inOrder } from './listings/in-order';
import { FILE_COLUMNS, toImage, withFile } from './listings/pictures';
import { TABLES } from './tables';
import { readBoolean, readDate, readNumber, readText } from './values';

type Row = Record<string, unknown>;

/** The blocks of a page in one language. */
export interface BlockPlace {
  page: string;
  locale: string;
  published: boolean;
}

/** In the order of the page; ties are broken by the row. Three statements. */
export async function findBlocks(db: Connection, place: BlockPlace): Promise<StoredBlock[]> {
  return read(db, (query) => rowsOf(query, place).where('b.locale', place.locale));
}

export interface BlockElsewhere extends StoredBlock {
  locale: string;
}

/** The drafts of the page in all other languages, those of each language in their order. Three statements. */
export async function findBlocksElsewhere(
  db: Connection,
  { page, locale }: Omit<BlockPlace, 'published'>
): Promise<BlockElsewhere[]> {
  return read(db, (query) =>
    rowsOf(query, { page, published: false }).whereNot('b.locale', locale)
  );
}

function rowsOf(
  query: Knex.QueryBuilder,
  { page, published }: Omit<BlockPlace, 'locale'>
): Knex.QueryBuilder {
  query.where('b.page', page);
  return published ? query.whereNotNull('b.published_at') : query.whereNull('b.published_at');
}

async function read(
  db: Connection,
  ofPage: (query: Knex.QueryBuilder) => Knex.QueryBuilder
): Promise<BlockElsewhere[]> {
  const blocks = () => ofPage(db(`${TABLES.layoutBlocks} as b`));
  const rows: Row[] = await latest(
    db,
    withFile(blocks(), 'b', UIDS.layoutBlock, 'image')
      .orderBy(['b.locale', 'b.sort_order', 'b.id'])
      .select('b.*', 'f.id as image_id', ...FILE_COLUMNS)
  );
  if (rows.length === 0) return [];
  const links = async (table: string, target: string, column: string) =>
    documentsByBlock(
      await latest(
        db,
        blocks()
          .join(`${table} as l`, 'l.layout_block_id', 'b.id')
          .join(`${target} as t`, 't.id', `l.${column}_id`)
          .select('b.id as block', 'l.id as link', `l.${column}_ord as place`, 't.document_id')
      )
    );
  const products = await links(TABLES.layoutBlockProducts, TABLES.products, 'product');
  const categories = await links(TABLES.layoutBlockCategories, TABLES.categories, 'category');
  return rows.map((row) => ({
    ...toBlock(row),
    products: products.get(row.id) ?? [],
    categories: categories.get(row.id) ?? [],
  }));
}

function documentsByBlock(links: Row[]): Map<unknown, string[]> {
  const found = new Map<unknown, string[]>();
  for (const { block, document_id } of inOrder(links)) {
    found.set(block, [...(found.get(block) ?? []), String(document_id)]);
  }
  return found;
}

function toBlock(row: Row): Omit<BlockElsewhere, 'products' | 'categories'> {
  return {
    documentId: String(row.document_id),
    locale: String(row.locale),
    sortOrder: Number(row.sort_order ?? 0),
    position: (readText(row.position) ?? 'hero') as Position,
    // On unless somebody switched it off: a row that a script made may have no value.
    visible: row.visible === null || readBoolean(row.visible),
    visibleFrom: readDate(row.visible_from),
    visibleUntil: readDate(row.visible_until),
    heading: readText(row.heading),
    text: readText(row.text),
    html: readText(row.html),
    linkLabel: readText(row.link_label),
    linkUrl: readText(row.link_url),
    image: toBlockImage(row),
    source: (readText(row.source) ?? 'chosen') as Source,
    limit: readNumber(row.limit),
    removed: readBoolean(row.removed),
  };
}

export function toBlockImage(row: Row): BlockImage | null {
  const image = toImage(row);
  return image && { id: Number(row.image_id), ...image };
}

/** Those of the documents that are published in some language: one statement. */
export async function findPublished(
  db: Connection,
  documentIds: readonly string[]
): Promise<Set<string>> {
  const rows: Row[] = await latest(
    db,
    db(TABLES.layoutBlocks)
      .whereIn('document_id', [...documentIds])
      .whereNotNull('published_at')
      .select('document_id')
  );
  return new Set(rows.map((row) => String(row.document_id)));
}

/** Pictures of the media library by their ids: one statement. */
export async function findImages(
  db: Connection,
  ids: readonly number[]
): Promise<Map<number, BlockImage>> {
  if (ids.length === 0) return new Map();
  const rows: Row[] = await db(`${TABLES.files} as f`)
    .whereIn('f.id', [...ids])
    .where('f.mime', 'like', 'image/%')
    .select('f.id as image_id', ...FILE_COLUMNS);
  return new Map(
    rows.flatMap((row): [number, BlockImage][] => {
      const image = toBlockImage(row);
      return image ? [[image.id, image]] : [];
    })
  );
}

/** Every page that has a block, with the number of its blocks: one statement. */
export async function findPages(db: Connection): Promise<{ page: string; blocks: number }[]> {
  const rows: Row[] = await db(TABLES.layoutBlocks)
    .whereNull('published_at')
    .whereNotNull('page')
    .where((kept) => kept.whereNull('removed').orWhere('removed', false))
    .groupBy('page')
    .orderBy('page')
    .select('page')
    .countDistinct({ blocks: 'document_id' });
  return rows.map(({ page, blocks }) => ({ page: String(page), blocks: Number(blocks) }));
}

/** The window as it is stored, for a save that sends half of it. */
export async function findWindow(
  db: Connection,
  documentId: string
): Promise<{ visibleFrom: Date | null; visibleUntil: Date | null } | null> {
  const row = (await db(TABLES.layoutBlocks)
    .where({ document_id: documentId })
    .whereNull('published_at')
    .orderBy('id')
    .first('visible_from', 'visible_until')) as Row | undefined;
  return row
    ? { visibleFrom: readDate(row.visible_from), visibleUntil: readDate(row.visible_until) }
    : null;
}

const LOCK = 'layout';

/**
 * One composer at a time: the first statement of whatever reads a page to write it. The page's rows are locked too, so
 * that a save in the Content Manager comes before or after, not between.
 */
export async function lockPage(trx: Knex.Transaction, page: string): Promise<void> {
  await trx(TABLES.counters).insert({ name: LOCK, value: 0 }).onConflict('name').ignore();
  await trx(TABLES.counters).where({ name: LOCK }).forUpdate().first('id');
  await trx(TABLES.layoutBlocks).where({ page }).orderBy('id').forUpdate().select('id');
}
