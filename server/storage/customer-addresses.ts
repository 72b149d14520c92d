import type { Address } from '../domain/cart/cart';
import type { Prefill } from '../domain/customers/prefill';
import type { SavedAddress } from '../domain/customers/saved-addresses';
import type { Connection } from './database';
import { latest } from './latest';
import { TABLES } from './tables';
import { readDate, readJson, readText, writeJson } from './values';

/** An account's saved addresses, oldest first. */
export async function findAddresses(db: Connection, account: string): Promise<SavedAddress[]> {
  const rows: Record<string, unknown>[] = await latest(
    db,
    db(TABLES.customerAddresses).where({ account }).orderBy('id')
  );
  return rows.map(toSaved);
}

/**
 * The same, and nobody else changes them until the transaction ends. The lock is a statement of its own: behind it the
 * second one sees what somebody has added while this one waited. Where there is nothing to lock yet, two that make the
 * first one collide in the unique indexes of the default ones, and one of them is repeated.
 */
export async function lockAddresses(trx: Connection, account: string): Promise<SavedAddress[]> {
  await trx(TABLES.customerAddresses).where({ account }).orderBy('id').forUpdate().select('id');
  return findAddresses(trx, account);
}

/**
 * Makes what is stored equal to `after`. All defaults are taken away before any is given: at no moment are there two.
 */
export async function saveAddresses(
  trx: Connection,
  account: string,
  { before, after }: { before: readonly SavedAddress[]; after: readonly SavedAddress[] },
  now: Date
): Promise<void> {
  const gone = before.filter(({ id }) => after.every((one) => one.id !== id)).map(({ id }) => id);
  if (gone.length > 0) {
    await trx(TABLES.customerAddresses).whereIn('address_id', gone).delete();
  }
  await trx(TABLES.customerAddresses)
    .where({ account })
    .update({ default_billing_for: null, default_shipping_for: null });
  for (const one of after) {
    const known = before.find(({ id }) => id === one.id);
    if (!known) {
      const row = { address_id: one.id, account, created_at: one.createdAt };
      await trx(TABLES.customerAddresses).insert({ ...row, ...columnsOf(account, one, now) });
    } else if (known !== one || one.defaultBilling || one.defaultShipping) {
      await trx(TABLES.customerAddresses)
        .where({ address_id: one.id })
        .update(columnsOf(account, one, now));
    }
  }
}

/** Those that a form of this account is filled in with. */
export async function findDefaultAddresses(
  db: Connection,
  account: string
): Promise<{ billing: Address | null; shipping: Address | null }> {
  const found = await findDefaultAddressesOf(db, [account]);
  const { billing = null, shipping = null } = found.get(account) ?? {};
  return { billing, shipping };
}

/** The same for several accounts, in one statement. */
export async function findDefaultAddressesOf(
  db: Connection,
  accounts: readonly string[]
): Promise<Map<string, Prefill>> {
  if (accounts.length === 0) return new Map();
  const rows: Record<string, unknown>[] = await db(TABLES.customerAddresses)
    .whereIn('default_billing_for', [...accounts])
    .orWhereIn('default_shipping_for', [...accounts]);
  return new Map(
    accounts.map((account) => {
      const saved = rows.filter((row) => row.account === account).map(toSaved);
      const billing = saved.find(({ defaultBilling }) => defaultBilling)?.address ?? null;
      const other = saved.find((one) => one.defaultShipping && !one.defaultBilling);
      return [account, { email: null, billing, shipping: other?.address ?? null }];
    })
  );
}

function columnsOf(
  account: string,
  { address, defaultBilling, defaultShipping }: SavedAddress,
  now: Date
) {
  return {
    address: writeJson(address),
    default_billing_for: defaultBilling ? account : null,
    default_shipping_for: defaultShipping ? account : null,
    updated_at: now,
  };
}

export function toSaved(row: Record<string, unknown>): SavedAddress {
  return {
    id: String(row.address_id),
    address: readJson<Address>(row.address) ?? {},
    defaultBilling: readText(row.default_billing_for) !== null,
    defaultShipping: readText(row.default_shipping_for) !== null,
    createdAt: readDate(row.created_at) ?? new Date(0),
  };
}
