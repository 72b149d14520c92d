import type { Prefill } from '../domain/customers/prefill';
import type { Connection } from './database';
import { TABLES } from './tables';
import { readDate, readJson, readText, writeJson } from './values';

export interface RememberedCustomer extends Prefill {
  expiresAt: Date;
}

export async function findRemembered(
  db: Connection,
  tokenHash: string,
  now: Date
): Promise<RememberedCustomer | null> {
  const row = await db(TABLES.customersRemembered)
    .where({ token_hash: tokenHash })
    .where('expires_at', '>', now)
    .first();
  return row ? toRemembered(row) : null;
}

/** Whoever asks twice with one token is remembered once, as they were the last time. */
export async function saveRemembered(
  db: Connection,
  { tokenHash, account }: { tokenHash: string; account: string | null },
  customer: RememberedCustomer,
  now: Date
): Promise<void> {
  await db(TABLES.customersRemembered)
    .insert({
      token_hash: tokenHash,
      account,
      ...columnsOf(customer),
      expires_at: customer.expiresAt,
      created_at: now,
    })
    .onConflict('token_hash')
    .merge(['account', 'email', 'billing', 'shipping', 'expires_at']);
}

/** Keeps up with what somebody says who is remembered; nobody else is. */
export async function updateRemembered(
  db: Connection,
  tokenHash: string,
  customer: Prefill,
  now: Date
): Promise<void> {
  await db(TABLES.customersRemembered)
    .where({ token_hash: tokenHash })
    .where('expires_at', '>', now)
    .update(columnsOf(customer));
}

export async function renewRemembered(
  db: Connection,
  tokenHash: string,
  expiresAt: Date
): Promise<void> {
  await db(TABLES.customersRemembered)
    .where({ token_hash: tokenHash })
    .update({ expires_at: expiresAt });
}

export async function deleteRemembered(
  db: Connection,
  tokenHashes: readonly string[]
): Promise<void> {
  await db(TABLES.customersRemembered)
    .whereIn('token_hash', [...tokenHashes])
    .delete();
}

/** @returns how many */
export async function deleteExpiredRemembered(db: Connection, now: Date): Promise<number> {
  return db(TABLES.customersRemembered).where('expires_at', '<=', now).delete();
}

export function toRemembered(row: Record<string, unknown>): RememberedCustomer {
  return {
    email: readText(row.email),
    billing: readJson(row.billing),
    shipping: readJson(row.shipping),
    expiresAt: readDate(row.expires_at) ?? new Date(0),
  };
}

function columnsOf({ email, billing, shipping }: Prefill) {
  return { email, billing: writeJson(billing), shipping: writeJson(shipping) };
}
