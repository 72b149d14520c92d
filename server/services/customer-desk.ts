import type { Settings } from '../config';
import { foundCustomers, type FoundCustomer } from '../domain/customers/found-customers';
import { otherOrders, type OtherOrders } from '../domain/customers/other-orders';
import { CommerceError } from '../domain/errors';
import { addressForm, type AddressForm } from '../domain/orders/address-form';
import type { Accounts } from '../storage/accounts';
import { findDefaultAddressesOf } from '../storage/customer-addresses';
import type { Database } from '../storage/database';
import { findOrder } from '../storage/orders';
import { findFormerCustomers, findOrdersOfCustomer } from '../storage/orders/of-customer';

/** A list that is chosen from; whoever is not in it is looked for with more letters. */
const MOST = 10;

export type CustomerDesk = ReturnType<typeof createCustomerDesk>;

/** What staff ask about customers while they handle orders. */
export function createCustomerDesk(shop: {
  settings: Settings;
  database: Database;
  accounts: Accounts;
}) {
  const { settings, database, accounts } = shop;

  /** Accounts and former customers by a part of their e-mail; accounts by their name, too. */
  async function search(text: string): Promise<FoundCustomer[]> {
    const found = await accounts.search(text, MOST);
    const ids = found.map(({ id }) => id);
    const former = await findFormerCustomers(database.read, { text, accounts: ids }, 2 * MOST);
    const others = former.flatMap(({ account }) =>
      account !== null && !ids.includes(account) ? [account] : []
    );
    const all = [...found, ...(await accounts.findAll([...new Set(others)]))];
    const saved = await findDefaultAddressesOf(
      database.read,
      all.map(({ id }) => id)
    );
    return foundCustomers(all, former, saved).slice(0, MOST);
  }

  /** What else whoever placed this order has ordered. @throws CommerceError not_found */
  async function otherOrdersOf(documentId: string): Promise<OtherOrders> {
    const order = await findOrder(database.read, { documentId });
    if (!order) throw new CommerceError('not_found', 'There is no such order');
    return otherOrders(documentId, await findOrdersOfCustomer(database.read, order));
  }

  /** What the form of an address asks for, country by country. */
  function form(): AddressForm {
    return addressForm(settings.checkout.requiredFields);
  }

  return { search, otherOrdersOf, form };
}
