import type { Knex } from 'knex';

import type { Discount } from '../domain/discounts/discount';
import type { DiscountCode } from '../domain/discounts/discount-code';
import type { Connection } from './database';
import { latest } from './latest';
import { TABLES } from './tables';
import { readAmount, readBoolean, readDate, readNumber, readText } from './values';

type Row = Record<string, unknown>;

/** Whose uses of a code count: orders of the account, or under the e-mail. null is nobody yet. */
export interface Customer {
  account: string | null;
  email: string | null;
  /** The names that their uses have since their data were erased. */
  erasedNames: readonly string[];
}

/** A code as it is stored; which products of a cart it selects is decided elsewhere. */
export type StoredDiscountCode = Omit<DiscountCode, 'selected'>;

/** One statement. */
export async function findDiscountCode(
  db: Connection,
  code: string,
  customer: Customer
): Promise<StoredDiscountCode | null> {
  const uses = db(`${TABLES.discountCodeUses} as u`)
    .where('u.code_document_id', db.ref('d.document_id'))
    .where(belongingTo(customer))
    .count('u.id');
  const row: Row | undefined = await db(`${TABLES.discountCodes} as d`)
    .where('d.code', code)
    .first('d.*', uses.as('customer_uses'));
  return row ? toCode(row) : null;
}

function belongingTo({ account, email, erasedNames }: Customer) {
  return (either: Knex.QueryBuilder) => {
    if (account !== null) either.orWhere('u.account', account);
    if (email !== null) either.orWhere('u.email', email);
    if (erasedNames.length > 0) {
      either.orWhereIn('u.account', [...erasedNames]).orWhereIn('u.email', [...erasedNames]);
    }
    if (account === null && email === null) either.whereRaw('1 = 0');
  };
}

function toCode(row: Row): StoredDiscountCode {
  return {
    documentId: String(row.document_id),
    code: String(row.code),
    active: readBoolean(row.active),
    discount: toDiscount(row),
    freeShipping: readBoolean(row.free_shipping),
    validFrom: readDate(row.valid_from),
    validTo: readDate(row.valid_to),
    appliesTo: row.applies_to === 'selection' ? 'selection' : 'cart',
    minPurchase: readAmount(row.min_purchase),
    maxUses: readNumber(row.max_uses),
    maxUsesPerCustomer: readNumber(row.max_uses_per_customer),
    usedCount: Number(row.used_count ?? 0),
    customerUses: Number(row.customer_uses ?? 0),
    savedAt: readDate(row.updated_at),
  };
}

/** The first that is set: a row with several came past the editor's form, and must not break a cart. */
function toDiscount(row: Row): Discount | null {
  const kinds = [
    ['deduct', row.discount_deduct],
    ['percent', row.discount_percent],
    ['exact', row.discount_exact],
  ] as const;
  for (const [kind, column] of kinds) {
    const value = readAmount(column);
    if (value) return { kind, value };
  }
  return null;
}

/** The order that uses a code, and whose it is. */
export interface CodeUse extends Customer {
  orderDocumentId: string;
}

/**
 * Counts one use of a code, if it still is what the order was priced with and its limits allow it (rules 5.5). It
 * locks the code: whoever uses it at the same time comes afterwards, and then sees this use.
 *
 * @returns whether it was counted; if not, the caller must give up its transaction
 */
export async function countUse(
  trx: Connection,
  code: Pick<DiscountCode, 'documentId' | 'maxUsesPerCustomer' | 'savedAt'>,
  use: CodeUse,
  now: Date
): Promise<boolean> {
  const counted = await trx(TABLES.discountCodes)
    .where({ document_id: code.documentId, active: true, updated_at: code.savedAt })
    .where((free) => free.whereNull('max_uses').orWhere('used_count', '<', trx.ref('max_uses')))
    .update({ used_count: trx.raw('COALESCE(used_count, 0) + 1') });
  if (counted === 0) return false;
  if (code.maxUsesPerCustomer !== null) {
    const uses: Row[] = await latest(
      trx,
      trx(`${TABLES.discountCodeUses} as u`)
        .where('u.code_document_id', code.documentId)
        .where(belongingTo(use))
        .select('u.id')
    );
    if (uses.length >= code.maxUsesPerCustomer) return false;
  }
  await trx(TABLES.discountCodeUses).insert({
    code_document_id: code.documentId,
    order_document_id: use.orderDocumentId,
    account: use.account,
    email: use.email,
    created_at: now,
  });
  return true;
}

/**
 * Gives the use of a code back, once: an order that was cancelled no longer counts (rule 5.5).
 *
 * @returns whether there was one
 */
export async function returnUse(trx: Connection, orderDocumentId: string): Promise<boolean> {
  const use: Row | undefined = await trx(TABLES.discountCodeUses)
    .where({ order_document_id: orderDocumentId })
    .first('code_document_id');
  if (!use) return false;
  // The code first: whoever counts a use locks in the same order.
  await trx(TABLES.discountCodes)
    .where({ document_id: use.code_document_id })
    .where('used_count', '>', 0)
    .update({ used_count: trx.raw('used_count - 1') });
  const deleted = await trx(TABLES.discountCodeUses)
    .where({ order_document_id: orderDocumentId })
    .delete();
  return deleted > 0;
}

/** What an editor's save of a code is held against. */
export interface StoredCodeForm {
  code: string;
  discountDeduct: string | null;
  discountPercent: string | null;
  discountExact: string | null;
  freeShipping: boolean;
  validFrom: Date | null;
  validTo: Date | null;
  maxUses: number | null;
  usedCount: number;
}

/** Locks the code until the transaction ends: no order counts a use of it meanwhile. */
export async function lockDiscountCode(
  trx: Connection,
  documentId: string
): Promise<StoredCodeForm | null> {
  const row: Row | undefined = await trx(TABLES.discountCodes)
    .where({ document_id: documentId })
    .forUpdate()
    .first();
  if (!row) return null;
  return {
    code: String(row.code),
    discountDeduct: readText(row.discount_deduct),
    discountPercent: readText(row.discount_percent),
    discountExact: readText(row.discount_exact),
    freeShipping: readBoolean(row.free_shipping),
    validFrom: readDate(row.valid_from),
    validTo: readDate(row.valid_to),
    maxUses: readNumber(row.max_uses),
    usedCount: Number(row.used_count ?? 0),
  };
}

/** The codes that begin like this one. */
export async function findCodesLike(db: Connection, code: string): Promise<string[]> {
  const rows: Row[] = await db(TABLES.discountCodes)
    .whereRaw("code LIKE ? ESCAPE '!'", [`${code.replace(/[!%_]/g, '!$&')}%`])
    .select('code');
  return rows.map((row) => String(row.code));
}
