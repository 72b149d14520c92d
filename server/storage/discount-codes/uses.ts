import type { Order } from '../../domain/orders/order';
import type { Connection } from '../database';
import { TABLES } from '../tables';
import { readDate, readJson, readText } from '../values';

type Row = Record<string, unknown>;

/** A code with what its uses are told by. */
export interface UsedCode {
  documentId: string;
  code: string;
  createdAt: Date | null;
}

export async function findUsedCode(db: Connection, documentId: string): Promise<UsedCode | null> {
  const row: Row | undefined = await db(TABLES.discountCodes)
    .where({ document_id: documentId })
    .first('code', 'created_at');
  return row ? { documentId, code: String(row.code), createdAt: readDate(row.created_at) } : null;
}

/** An order that was placed with a code. */
export interface OrderWithCode {
  orderDocumentId: string;
  number: string;
  placedAt: Date | null;
  status: string;
  email: string | null;
  billing: Order['billing'] | null;
  currency: string;
  discountCode: Order['discountCode'];
  /** Whether it counts; a cancelled order has given its use back. */
  counts: boolean;
}

/**
 * The orders whose use counts, and those that have given it back since there is this code: another one may have had its
 * name before.
 */
function ordersWith(db: Connection, { documentId, code, createdAt }: UsedCode) {
  return db(`${TABLES.orders} as o`)
    .leftJoin(`${TABLES.discountCodeUses} as u`, (join) => {
      void join
        .on('u.order_document_id', 'o.document_id')
        .andOnVal('u.code_document_id', documentId);
    })
    .where((either) => {
      void either.whereNotNull('u.id').orWhere((returned) => {
        void returned.where('o.used_code', code).where('o.status', 'cancelled');
        if (createdAt) void returned.where('o.placed_at', '>=', createdAt);
      });
    });
}

/** The newest first, and how many there are. Two statements. */
export async function findOrdersWithCode(
  db: Connection,
  code: UsedCode,
  { page, pageSize }: { page: number; pageSize: number }
): Promise<{ orders: OrderWithCode[]; total: number }> {
  const counted = await ordersWith(db, code).count('o.id as total').first();
  const rows: Row[] = await ordersWith(db, code)
    .orderBy([
      { column: 'o.placed_at', order: 'desc' },
      { column: 'o.id', order: 'desc' },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select(
      'o.document_id',
      'o.number',
      'o.placed_at',
      'o.status',
      'o.email',
      'o.billing',
      'o.currency',
      'o.discount_code',
      'u.id as use'
    );
  return {
    orders: rows.map((row) => ({
      orderDocumentId: String(row.document_id),
      number: String(row.number),
      placedAt: readDate(row.placed_at),
      status: String(row.status),
      email: readText(row.email),
      billing: readJson<Order['billing']>(row.billing),
      currency: String(row.currency),
      discountCode: readJson<Order['discountCode']>(row.discount_code),
      counts: row.use !== null,
    })),
    total: Number(counted?.total ?? 0),
  };
}

const AT_ONCE = 5000;

/** What each order that counts was given, as text, portion by portion: a database would add floats. */
export async function* readAmountsGiven(
  db: Connection,
  documentId: string
): AsyncGenerator<{ amount: string; currency: string }[]> {
  for (let last = 0; ;) {
    const rows: Row[] = await db(`${TABLES.discountCodeUses} as u`)
      .join(`${TABLES.orders} as o`, 'o.document_id', 'u.order_document_id')
      .where('u.code_document_id', documentId)
      .where('u.id', '>', last)
      .orderBy('u.id')
      .limit(AT_ONCE)
      .select('u.id', 'o.discount_code', 'o.currency');
    yield rows.flatMap((row) => {
      const given = readJson<Order['discountCode']>(row.discount_code);
      return given ? [{ amount: given.amount, currency: String(row.currency) }] : [];
    });
    if (rows.length < AT_ONCE) return;
    last = Number(rows.at(-1)?.id);
  }
}

/** How many products and categories a code has chosen. */
export async function findCodeMembers(
  db: Connection,
  documentId: string
): Promise<{ products: Set<string>; categories: Set<string> }> {
  const documentsOf = async (table: string, key: string, target: string) => {
    const rows: Row[] = await db(`${TABLES.discountCodes} as d`)
      .join(`${table} as l`, 'l.discount_code_id', 'd.id')
      .join(`${target} as t`, 't.id', `l.${key}`)
      .where('d.document_id', documentId)
      .distinct('t.document_id as document');
    return new Set(rows.map((row) => String(row.document)));
  };
  return {
    products: await documentsOf(TABLES.discountCodeProducts, 'product_id', TABLES.products),
    categories: await documentsOf(TABLES.discountCodeCategories, 'category_id', TABLES.categories),
  };
}

/** How often a code was used, and what the dearest thing in the shop costs. */
export async function findCodeFacts(db: Connection, documentId: string | null) {
  const used: Row | undefined = documentId
    ? await db(TABLES.discountCodes).where({ document_id: documentId }).first('used_count')
    : undefined;
  const dearest: Row | undefined = await db(TABLES.variations)
    .where({ retired: false })
    .max('unit_price as price')
    .first();
  return { usedCount: Number(used?.used_count ?? 0), highestPrice: readText(dearest?.price) };
}
