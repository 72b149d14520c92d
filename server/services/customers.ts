import { createId } from '@paralleldrive/cuid2';

import type { CustomerData, Erased, Person } from '../domain/customers/customer-data';
import { checkErasable, eraseOrder } from '../domain/customers/erase-order';
import { CommerceError } from '../domain/errors';
import type { Accounts } from '../storage/accounts';
import * as stored from '../storage/customers';
import type { Database } from '../storage/database';
import { deleteExpiredRemembered } from '../storage/remembered-customers';
import { erasedName, type Secrets } from './secrets';
import { type Account, orderOwner } from './shopper';

export type Customers = ReturnType<typeof createCustomers>;

/** What the shop knows of a person: told to them, and erased when they ask for it. */
export function createCustomers(shop: {
  database: Database;
  accounts: Accounts;
  secrets: Secrets;
  clock: () => Date;
}) {
  const { database, accounts, secrets, clock } = shop;

  /** An account's own data. @throws CommerceError account_required */
  async function showOwn(account: Account | null): Promise<CustomerData> {
    return stored.readCustomerData(database.read, personOf(account));
  }

  /** For staff: the data of whoever has this e-mail, with an account or without. */
  async function show(email: string): Promise<CustomerData> {
    return stored.readCustomerData(database.read, await personWith(email));
  }

  /** @throws CommerceError account_required, status_not_allowed */
  async function eraseOwn(account: Account | null): Promise<Erased> {
    return erasePerson(personOf(account), 'shopper');
  }

  /** For staff. @throws CommerceError status_not_allowed */
  async function erase(email: string, by: string): Promise<Erased> {
    return erasePerson(await personWith(email), by);
  }

  /**
   * Takes a person out of all that is stored, in one transaction. Orders keep their figures and their documents; ratings
   * and uses of discount codes go on counting. Doing it again finds nothing more.
   */
  async function erasePerson(person: Person, by: string): Promise<Erased> {
    const now = clock();
    return database.transaction(async (trx) => {
      const { orders, carts } = await stored.lockCustomer(trx, person);
      checkErasable(orders);
      const ids = orders.map(({ documentId }) => documentId);
      for (const order of await stored.readOrdersById(trx, ids)) {
        await stored.saveErasedOrder(trx, eraseOrder(order, by, now), now);
      }
      await stored.renameCodeUses(trx, ids, (name) => erasedName(secrets, name));
      const deleted = await stored.deleteCustomerRows(trx, person, carts);
      let ratings = 0;
      for (const account of person.accounts) {
        ratings += await stored.renameRater(trx, account, `erased:${createId()}`);
      }
      return { orders: orders.length, carts: carts.length, ratings, ...deleted };
    });
  }

  async function personWith(text: string): Promise<Person> {
    const email = text.trim().toLowerCase();
    return { accounts: await accounts.findConfirmed(email), email };
  }

  /** Whom nobody has asked to be remembered for any longer. @returns how many */
  function forgetExpired(): Promise<number> {
    return database.write((db) => deleteExpiredRemembered(db, clock()));
  }

  return { showOwn, show, eraseOwn, erase, forgetExpired };
}

/** What is under its e-mail is an account's only once it has confirmed it. */
function personOf(account: Account | null): Person {
  if (!account) throw new CommerceError('account_required', 'Please log in to see your data');
  const { account: id, confirmedEmail } = orderOwner(account);
  return { accounts: [id], email: confirmedEmail };
}
