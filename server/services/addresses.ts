import { createId } from '@paralleldrive/cuid2';

import type { Settings } from '../config';
import type { Address } from '../domain/cart/cart';
import {
  addAddress,
  type AddressChange,
  changeAddress,
  removeAddress,
  type SavedAddress,
} from '../domain/customers/saved-addresses';
import { CommerceError } from '../domain/errors';
import * as stored from '../storage/customer-addresses';
import type { Database } from '../storage/database';
import type { Account } from './shopper';

export type Addresses = ReturnType<typeof createAddresses>;

/** The addresses that accounts save for their next order. Every write answers with all of them. */
export function createAddresses(shop: {
  settings: Settings;
  database: Database;
  clock: () => Date;
}) {
  const { settings, database, clock } = shop;
  const { requiredFields } = settings.checkout;

  /** @throws CommerceError account_required */
  async function list(account: Account | null): Promise<SavedAddress[]> {
    return stored.findAddresses(database.read, idOf(account));
  }

  /** @throws CommerceError account_required, invalid_input, quantity_limit */
  async function add(
    account: Account | null,
    change: AddressChange & { address: Address }
  ): Promise<{ id: string; addresses: SavedAddress[] }> {
    const added = { ...change, id: createId(), createdAt: clock() };
    const addresses = await write(account, (saved) => addAddress(saved, added, requiredFields));
    return { id: added.id, addresses };
  }

  /** @throws CommerceError account_required, not_found, invalid_input */
  function change(
    account: Account | null,
    id: string,
    said: AddressChange
  ): Promise<SavedAddress[]> {
    return write(account, (saved) => changeAddress(saved, id, said, requiredFields));
  }

  /** @throws CommerceError account_required, not_found */
  function remove(account: Account | null, id: string): Promise<SavedAddress[]> {
    return write(account, (saved) => removeAddress(saved, id));
  }

  /** One after the other for one account, so that there is one default of each kind, and never too many. */
  async function write(
    account: Account | null,
    decide: (saved: SavedAddress[]) => SavedAddress[]
  ): Promise<SavedAddress[]> {
    const owner = idOf(account);
    const now = clock();
    return database.transaction(async (trx) => {
      const before = await stored.lockAddresses(trx, owner);
      const after = decide(before);
      await stored.saveAddresses(trx, owner, { before, after }, now);
      return after;
    });
  }

  return { list, add, change, remove };
}

function idOf(account: Account | null): string {
  if (account) return account.id;
  throw new CommerceError('account_required', 'Please log in to see your addresses');
}
