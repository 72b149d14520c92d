import { inChunks } from '../chunks';
import type { Connection } from '../database';
import { insertAll } from '../database';
import { TABLES } from '../tables';
import type { Amount } from '../../domain/money/money';
import { newDocument, readBoolean, readDate, readNumber, readText, writeAmount } from '../values';

type Row = Record<string, unknown>;

/** Codes that were generated together. */
export interface CodeBatch {
  name: string;
  codes: number;
  active: number;
  /** Codes that were used at least once. */
  used: number;
  createdAt: Date | null;
}

/** The newest first, and how many there are. Two statements. */
export async function findBatches(
  db: Connection,
  { page, pageSize }: { page: number; pageSize: number }
): Promise<{ batches: CodeBatch[]; total: number }> {
  const counted = await db(TABLES.discountCodes).countDistinct('batch as total').first();
  const rows: Row[] = await summed(db)
    .orderByRaw('max(id) desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { batches: rows.map(toBatch), total: Number(counted?.total ?? 0) };
}

export async function findBatch(db: Connection, name: string): Promise<CodeBatch | null> {
  const [row]: Row[] = await summed(db).where({ batch: name });
  return row ? toBatch(row) : null;
}

/** Whether a batch has this name, however it is written: some databases take capitals for the same. */
export async function isBatchTaken(db: Connection, name: string): Promise<boolean> {
  const row: Row | undefined = await db(TABLES.discountCodes)
    .whereRaw('LOWER(batch) = ?', [name.toLowerCase()])
    .first('id');
  return row !== undefined;
}

function summed(db: Connection) {
  const countOf = (condition: string, name: string) =>
    db.raw(`SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) as ${name}`);
  return db(TABLES.discountCodes)
    .whereNotNull('batch')
    .groupBy('batch')
    .select('batch', countOf('active', 'switched_on'), countOf('used_count > 0', 'used'))
    .count('id as codes')
    .min('created_at as created');
}

const toBatch = (row: Row): CodeBatch => ({
  name: String(row.batch),
  codes: Number(row.codes),
  active: Number(row.switched_on),
  used: Number(row.used),
  createdAt: readDate(row.created),
});

/** Those of these codes that the shop has. */
export async function findTakenCodes(
  db: Connection,
  codes: readonly string[]
): Promise<Set<string>> {
  const taken = new Set<string>();
  for (const chunk of inChunks(codes)) {
    const rows: Row[] = await db(TABLES.discountCodes).whereIn('code', chunk).select('code');
    for (const row of rows) taken.add(String(row.code));
  }
  return taken;
}

/** What all codes of a batch have in common. */
export interface BatchTerms {
  batch: string;
  active: boolean;
  discountDeduct: Amount | null;
  discountPercent: Amount | null;
  discountExact: Amount | null;
  validFrom: Date | null;
  validTo: Date | null;
  appliesTo: 'cart' | 'selection';
  minPurchase: Amount | null;
  freeShipping: boolean;
  maxUses: number | null;
  maxUsesPerCustomer: number | null;
}

/** One statement for a hundred codes. `staff` is the row of whoever generates them. */
export async function insertCodes(
  trx: Connection,
  terms: BatchTerms,
  codes: readonly string[],
  { staff, now }: { staff: number | null; now: Date }
): Promise<void> {
  const common = {
    title: terms.batch,
    batch: terms.batch,
    active: terms.active,
    discount_deduct: writeAmount(terms.discountDeduct),
    discount_percent: writeAmount(terms.discountPercent),
    discount_exact: writeAmount(terms.discountExact),
    valid_from: terms.validFrom,
    valid_to: terms.validTo,
    applies_to: terms.appliesTo,
    min_purchase: writeAmount(terms.minPurchase),
    free_shipping: terms.freeShipping,
    max_uses: terms.maxUses,
    max_uses_per_customer: terms.maxUsesPerCustomer,
    used_count: 0,
    created_by_id: staff,
    updated_by_id: staff,
  };
  await insertAll(
    trx,
    TABLES.discountCodes,
    codes.map((code) => ({ ...newDocument(now), ...common, code }))
  );
}

interface LinkTable {
  table: string;
  target: string;
  order: string;
}

const LINKS: LinkTable[] = [
  { table: TABLES.discountCodeProducts, target: 'product_id', order: 'product_ord' },
  { table: TABLES.discountCodeCategories, target: 'category_id', order: 'category_ord' },
];

/** How many rows each code of a batch gets that selects what this code selects. */
export async function countSelection(db: Connection, template: string): Promise<number> {
  let rows = 0;
  for (const { table } of LINKS) {
    const row = await linksOf(db, table, template).count('l.id as links').first();
    rows += Number(row?.links ?? 0);
  }
  return rows;
}

/** Every code of the batch selects what the template selects: the same rows, in the same order. */
export async function copySelection(
  trx: Connection,
  template: string,
  batch: string
): Promise<void> {
  const codes: Row[] = await trx(TABLES.discountCodes).where({ batch }).select('id');
  for (const { table, target, order } of LINKS) {
    const links: Row[] = await linksOf(trx, table, template)
      .orderBy('l.id')
      .select(`l.${target} as target`, `l.${order} as place`);
    for (const chunk of inChunks(codes)) {
      await insertAll(
        trx,
        table,
        chunk.flatMap(({ id }) =>
          links.map((link) => ({
            discount_code_id: id,
            [target]: link.target,
            [order]: link.place,
          }))
        )
      );
    }
  }
}

const linksOf = (db: Connection, table: string, code: string) =>
  db(`${table} as l`)
    .join(`${TABLES.discountCodes} as d`, 'd.id', 'l.discount_code_id')
    .where('d.document_id', code);

/** A code of a batch, as its file says it. */
export interface BatchCode {
  code: string;
  active: boolean;
  usedCount: number;
  maxUses: number | null;
  validFrom: Date | null;
  validTo: Date | null;
}

/** In the order in which they were made. One statement. */
export async function readBatchCodes(db: Connection, batch: string): Promise<BatchCode[]> {
  const rows: Row[] = await db(TABLES.discountCodes)
    .where({ batch })
    .orderBy('id')
    .select('code', 'active', 'used_count', 'max_uses', 'valid_from', 'valid_to');
  return rows.map((row) => ({
    code: String(row.code),
    active: readBoolean(row.active),
    usedCount: Number(row.used_count ?? 0),
    maxUses: readNumber(row.max_uses),
    validFrom: readDate(row.valid_from),
    validTo: readDate(row.valid_to),
  }));
}

/** Carts that were priced with one of them are asked again: they look at when a code was saved. @returns how many */
export function switchBatch(
  db: Connection,
  batch: string,
  active: boolean,
  now: Date
): Promise<number> {
  return db(TABLES.discountCodes)
    .where({ batch })
    .where((other) => other.whereNot({ active }).orWhereNull('active'))
    .update({ active, updated_at: now });
}

/** What they select goes with them: the database deletes those links by itself. @returns how many */
export function deleteBatch(
  db: Connection,
  batch: string,
  { alsoUsed }: { alsoUsed: boolean }
): Promise<number> {
  const codes = db(TABLES.discountCodes).where({ batch });
  if (!alsoUsed) codes.where((unused) => unused.where('used_count', 0).orWhereNull('used_count'));
  return codes.delete();
}

/** A code that another one may be like, with all that they may have in common. */
export interface CodeTemplate {
  documentId: string;
  title: string;
  code: string;
  discountDeduct: string | null;
  discountPercent: string | null;
  discountExact: string | null;
  validFrom: Date | null;
  validTo: Date | null;
  appliesTo: 'cart' | 'selection';
  minPurchase: string | null;
  freeShipping: boolean;
  maxUses: number | null;
  maxUsesPerCustomer: number | null;
}

/** Codes that somebody made by hand, the latest first. One statement. */
export async function findTemplates(
  db: Connection,
  text: string,
  most: number
): Promise<CodeTemplate[]> {
  const pattern = `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  const rows: Row[] = await db(TABLES.discountCodes)
    .whereNull('batch')
    .where((any) =>
      any
        .whereRaw("LOWER(code) LIKE ? ESCAPE '!'", [pattern])
        .orWhereRaw("LOWER(title) LIKE ? ESCAPE '!'", [pattern])
    )
    .orderBy('id', 'desc')
    .limit(most);
  return rows.map((row) => ({
    documentId: String(row.document_id),
    title: String(row.title ?? ''),
    code: String(row.code),
    discountDeduct: readText(row.discount_deduct),
    discountPercent: readText(row.discount_percent),
    discountExact: readText(row.discount_exact),
    validFrom: readDate(row.valid_from),
    validTo: readDate(row.valid_to),
    appliesTo: row.applies_to === 'selection' ? 'selection' : 'cart',
    minPurchase: readText(row.min_purchase),
    freeShipping: readBoolean(row.free_shipping),
    maxUses: readNumber(row.max_uses),
    maxUsesPerCustomer: readNumber(row.max_uses_per_customer),
  }));
}
