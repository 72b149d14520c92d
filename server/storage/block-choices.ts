import type { ImageCopy } from '../domain/catalogue/sellable';
import type { Connection } from './database';
import { FILE_COLUMNS, toImage, withFile } from './listings/pictures';
import { UIDS } from '../../content-types/uids';
import { TABLES } from './tables';
import { readJson, readText } from './values';

type Row = Record<string, unknown>;

/** A product or a category as an editor chose it: by name, and whether shoppers can see it at all. */
export interface Choice {
  documentId: string;
  title: string | null;
  image: ImageCopy | null;
  published: boolean;
}

export async function findChosenProducts(
  db: Connection,
  locale: string,
  documentIds: readonly string[]
): Promise<Map<string, Choice>> {
  if (documentIds.length === 0) return new Map();
  const rows: Row[] = await db(TABLES.products)
    .whereIn('document_id', [...documentIds])
    .where({ locale })
    .orderBy('id')
    .select('document_id', 'title', 'image', 'published_at');
  return byDocument(rows, ({ image }) => readJson<ImageCopy>(image));
}

export async function findChosenCategories(
  db: Connection,
  locale: string,
  documentIds: readonly string[]
): Promise<Map<string, Choice>> {
  if (documentIds.length === 0) return new Map();
  const rows: Row[] = await withFile(
    db(`${TABLES.categories} as c`),
    'c',
    UIDS.category,
    'featuredImage'
  )
    .whereIn('c.document_id', [...documentIds])
    .where('c.locale', locale)
    .orderBy('c.id')
    .select('c.document_id', 'c.title', 'c.published_at', ...FILE_COLUMNS);
  return byDocument(rows, toImage);
}

/** The draft's name; the published row says that there is one. */
function byDocument(rows: Row[], imageOf: (row: Row) => ImageCopy | null): Map<string, Choice> {
  const found = new Map<string, Choice>();
  for (const row of rows) {
    const documentId = String(row.document_id);
    const known = found.get(documentId);
    const isPublished = row.published_at !== null;
    const named =
      known && isPublished ? known : { title: readText(row.title), image: imageOf(row) };
    found.set(documentId, {
      documentId,
      title: named.title,
      image: named.image,
      published: isPublished || known?.published === true,
    });
  }
  return found;
}
