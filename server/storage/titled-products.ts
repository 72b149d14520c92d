import type { Connection } from './database';
import { latest } from './latest';
import { TABLES } from './tables';

type Row = Record<string, unknown>;

/** A product as editors call it. */
export interface TitledProduct {
  documentId: string;
  title: string;
}

/** Beyond so many ids it is cheaper to read all titles than to name those that are wanted. */
const MOST_NAMED = 1000;

/** Products by their titles in a language, sorted by them; those without a page in it last. One statement. */
export async function findTitledProducts(
  db: Connection,
  documents: readonly string[],
  locale: string
): Promise<TitledProduct[]> {
  const drafts = db(TABLES.products)
    .where({ locale })
    .whereNull('published_at')
    .select('document_id as document', 'title');
  if (documents.length <= MOST_NAMED) drafts.whereIn('document_id', [...documents]);
  const rows: Row[] = await latest(db, drafts);
  const titles = new Map(rows.map((row) => [String(row.document), String(row.title ?? '')]));
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return documents
    .map((documentId) => ({ documentId, title: titles.get(documentId) ?? '' }))
    .sort(
      (a, b) =>
        Number(a.title === '') - Number(b.title === '') ||
        compare(a.title, b.title) ||
        (a.documentId < b.documentId ? -1 : 1)
    );
}

/** What options are called in a language; those without a name in it as in whichever they have one. One statement. */
export async function findOptionWords(
  db: Connection,
  documents: readonly string[],
  locale: string
): Promise<Map<string, { type: string; name: string }>> {
  if (documents.length === 0) return new Map();
  const rows: Row[] = await db(TABLES.options)
    .whereIn('document_id', [...documents])
    .orderBy('id')
    .select('document_id as document', 'type', 'name', 'locale');
  const inLocale = rows.filter((row) => row.locale === locale);
  return new Map(
    [...rows, ...inLocale].map(({ document, type, name }) => [
      String(document),
      { type: String(type), name: String(name) },
    ])
  );
}
