import { prefill, type Prefill } from './prefill';

/** An account of the host that was found. */
export interface FoundAccount {
  id: string;
  email: string;
  confirmed: boolean;
}

/** What was ordered under one e-mail by one account, or by nobody's. */
export interface FoundOrders {
  account: string | null;
  email: string;
  orders: number;
  lastOrderAt: Date;
  /** What the last of them said. */
  said: Prefill;
}

/** Somebody whom staff may make an order for. */
export interface FoundCustomer {
  account: string | null;
  email: string;
  orders: number;
  lastOrderAt: Date | null;
  /** What a form is filled in with. */
  prefill: Prefill;
}

/**
 * Accounts and former customers as persons: the orders of an account are one person's, whatever e-mail they were placed
 * under, and so is what was ordered as a guest under an e-mail that an account has confirmed. Who ordered last comes first.
 */
export function foundCustomers(
  accounts: readonly FoundAccount[],
  orders: readonly FoundOrders[],
  saved: ReadonlyMap<string, Prefill>
): FoundCustomer[] {
  const confirmed = new Map(
    accounts.filter((one) => one.confirmed).map(({ email, id }) => [email.toLowerCase(), id])
  );
  const ownerOf = ({ account, email }: FoundOrders) => account ?? confirmed.get(email) ?? null;
  const ofAccount = accounts.map(({ id, email }) =>
    personOf(
      { account: id, email: email.toLowerCase() },
      orders.filter((one) => ownerOf(one) === id),
      saved.get(id) ?? null
    )
  );
  const known = new Set(accounts.map(({ id }) => id));
  const others = orders.filter((one) => !known.has(ownerOf(one) ?? ''));
  const ofNobody = others.map((one) => personOf(one, [one], null));
  return [...ofAccount, ...ofNobody].sort(
    (a, b) => (b.lastOrderAt?.getTime() ?? 0) - (a.lastOrderAt?.getTime() ?? 0)
  );
}

function personOf(
  { account, email }: { account: string | null; email: string },
  own: readonly FoundOrders[],
  saved: Prefill | null
): FoundCustomer {
  const [last] = [...own].sort((a, b) => b.lastOrderAt.getTime() - a.lastOrderAt.getTime());
  const known = prefill([last ? { ...last.said, email } : null, saved]);
  return {
    account,
    email,
    orders: own.reduce((sum, one) => sum + one.orders, 0),
    lastOrderAt: last?.lastOrderAt ?? null,
    prefill: { email, billing: known?.billing ?? null, shipping: known?.shipping ?? null },
  };
}
