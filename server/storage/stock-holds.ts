import type { SellableRef } from '../domain/catalogue/sellable';
import type { HeldUnits } from '../domain/inventory/free-units';
import type { UnitsToHold } from '../domain/inventory/units-to-hold';
import { type Connection, insertAll } from './database';
import { TABLES } from './tables';
import { readDate } from './values';

/** Who asks: a cart by its document, with the one that it takes in, if it does. */
export interface Holder {
  cart: string;
  joined: string | null;
}

/**
 * What carts keep of these things, in one statement whatever their number; what nobody else keeps is left out. It is
 * final for whoever holds the locks of the things and has read nothing before them: MySQL and MariaDB would answer
 * from an older snapshot. (Locking what is read here would lock the gaps between the rows as well, and carts that put
 * in different things would lock each other out.)
 */
export async function findHeldUnits(
  db: Connection,
  refs: readonly SellableRef[],
  { cart, joined }: Holder,
  now: Date
): Promise<(SellableRef & HeldUnits)[]> {
  if (refs.length === 0) return [];
  const rows: Record<string, unknown>[] = await db(`${TABLES.stockHolds} as h`)
    .leftJoin(`${TABLES.stockHolds} as own`, (join) =>
      join
        .on('own.variation_document_id', 'h.variation_document_id')
        .andOn('own.type', 'h.type')
        .andOnVal('own.holder', cart)
        .andOnVal('own.expires_at', '>', now)
    )
    .whereIn('h.variation_document_id', [...new Set(refs.map(({ documentId }) => documentId))])
    .whereNotIn('h.holder', joined === null ? [cart] : [cart, joined])
    .where('h.expires_at', '>', now)
    .groupBy('h.type', 'h.variation_document_id')
    .select('h.type', 'h.variation_document_id')
    .sum({ others: 'h.quantity' })
    .max({ own: 'own.quantity' })
    .select(
      db.raw('SUM(CASE WHEN ?? < ?? THEN ?? ELSE 0 END) as earlier', [
        'h.id',
        'own.id',
        'h.quantity',
      ])
    );
  return rows.map((row) => ({
    type: String(row.type),
    documentId: String(row.variation_document_id),
    others: Number(row.others),
    earlier: Number(row.earlier),
    own: Number(row.own ?? 0),
  }));
}

/**
 * Makes what a cart keeps equal to `wanted`, until `until`: at most one statement each for what is gone, changed and
 * new. Rows are named by their ids, so that no gap between them is locked. What ran out is made anew: it counts from
 * now on, and not from when it was first kept.
 */
export async function saveHolds(
  trx: Connection,
  { cart, joined }: Holder,
  wanted: readonly UnitsToHold[],
  { now, until }: { now: Date; until: Date }
): Promise<void> {
  const rows = await findHolds(trx, joined === null ? [cart] : [cart, joined]);
  const isLive = (row: HoldRow) => row.holder === cart && row.expiresAt > now;
  const kept = rows.filter((row) => isLive(row) && wanted.some((one) => isSame(row, one)));
  const fresh = wanted.filter((one) => !kept.some((row) => isSame(row, one)));
  const gone = rows.filter((row) => !kept.includes(row)).map(({ id }) => id);
  if (gone.length > 0) await trx(TABLES.stockHolds).whereIn('id', gone).delete();
  if (kept.length > 0) {
    const branches = kept.map(() => 'WHEN id = ? THEN CAST(? AS DECIMAL(19,4))').join(' ');
    const quantities = kept.flatMap((row) => [
      row.id,
      wanted.find((one) => isSame(row, one))?.quantity ?? row.quantity,
    ]);
    await trx(TABLES.stockHolds)
      .whereIn(
        'id',
        kept.map(({ id }) => id)
      )
      .update({
        quantity: trx.raw(`CASE ${branches} ELSE quantity END`, quantities),
        expires_at: until,
      });
  }
  await insertAll(
    trx,
    TABLES.stockHolds,
    fresh.map(({ type, documentId, quantity }) => ({
      type,
      variation_document_id: documentId,
      holder: cart,
      quantity,
      expires_at: until,
    }))
  );
}

/** The cart keeps nothing any more: its order has taken the units, or the cart is gone. */
export async function dropHolds(trx: Connection, carts: readonly string[]): Promise<void> {
  await trx(TABLES.stockHolds)
    .whereIn('holder', [...carts])
    .delete();
}

/** Few enough for one short statement. */
const HOLDS_AT_ONCE = 500;

/** Lets go of some holds that ran out before that instant. @returns how many */
export async function forgetHolds(db: Connection, before: Date): Promise<number> {
  const rows: { id: number }[] = await db(TABLES.stockHolds)
    .where('expires_at', '<', before)
    .orderBy('expires_at')
    .limit(HOLDS_AT_ONCE)
    .select('id');
  if (rows.length === 0) return 0;
  return db(TABLES.stockHolds)
    .whereIn(
      'id',
      rows.map(({ id }) => id)
    )
    .where('expires_at', '<', before)
    .delete();
}

interface HoldRow extends UnitsToHold {
  id: number;
  holder: string;
  expiresAt: Date;
}

async function findHolds(trx: Connection, holders: readonly string[]): Promise<HoldRow[]> {
  const rows: Record<string, unknown>[] = await trx(TABLES.stockHolds)
    .whereIn('holder', [...holders])
    .orderBy('id')
    .select('id', 'type', 'variation_document_id', 'holder', 'quantity', 'expires_at');
  return rows.map((row) => ({
    id: Number(row.id),
    type: String(row.type),
    documentId: String(row.variation_document_id),
    holder: String(row.holder),
    quantity: Number(row.quantity),
    expiresAt: readDate(row.expires_at) ?? new Date(0),
  }));
}

function isSame(row: HoldRow, { type, documentId }: SellableRef): boolean {
  return row.type === type && row.documentId === documentId;
}
