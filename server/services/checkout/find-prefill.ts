import type { CartDetails } from '../../domain/cart/cart';
import {
  isSamePerson,
  prefill,
  type Prefill,
  saidIn,
  saysAddress,
} from '../../domain/customers/prefill';
import { findDefaultAddresses } from '../../storage/customer-addresses';
import type { Connection } from '../../storage/database';
import { findLastSaid } from '../../storage/orders/last-said';
import { type Account, orderOwner } from '../shopper';

/**
 * What a form is filled in with: what the cart says, else what the customer said last in this browser, else the
 * account's last order, else its saved addresses and its e-mail. A guest's orders are never looked up: an e-mail is no
 * proof of anything. Nothing is asked when the cart says it all, else two statements for an account.
 */
export async function findPrefill(
  db: Connection,
  details: CartDetails,
  account: Account | null,
  found: Prefill | null
): Promise<Prefill | null> {
  const said = saidIn(details);
  if (said.email && saysAddress(said)) return said;
  const persons = { account: account?.email ?? null, cart: details.email };
  const remembered = found && isSamePerson(found, persons) ? found : null;
  if (!account) return prefill([said, remembered]);
  const lastOrder = await findLastSaid(db, orderOwner(account));
  const saved = { email: account.email, ...(await findDefaultAddresses(db, account.id)) };
  return prefill([said, remembered, lastOrder, saved]);
}
