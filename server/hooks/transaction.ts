import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** `joined`: somebody else opened it, and has perhaps read in it before. */
export type Transaction = <Result>(
  work: (trx: Knex.Transaction, joined: boolean) => Promise<Result>
) => Promise<Result>;

/**
 * The transaction around one `next()`. It joins the one that is open (bulk actions, the Content Manager's publish),
 * and is never repeated: the host's part of the work cannot be done twice.
 */
export function transactionOf(strapi: Core.Strapi): Transaction {
  return <Result>(work: (trx: Knex.Transaction, joined: boolean) => Promise<Result>) => {
    const joined = strapi.db.inTransaction();
    return strapi.db.transaction(({ trx }) => work(trx, joined)) as Promise<Result>;
  };
}

/**
 * What follows a change once it is committed, in transactions of its own; inside somebody else's transaction it is
 * part of that, and takes turns with what else happens there.
 */
export type Afterwards = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function afterwardsOf(strapi: Core.Strapi): Afterwards {
  return <Result>(work: () => Promise<Result>) =>
    strapi.db.inTransaction()
      ? (strapi.db.transaction(({ trx }) => inTurn(trx, work)) as Promise<Result>)
      : work();
}

const queues = new WeakMap<Knex.Transaction, Promise<unknown>>();

/**
 * Bulk actions run the hooks of many documents at once in one transaction. What reads, decides and writes has to
 * take turns there, or two products would decide on the same SKU. `work` must not call the host's documents.
 */
export function inTurn<Result>(
  trx: Knex.Transaction,
  work: () => Promise<Result>
): Promise<Result> {
  const before = queues.get(trx) ?? Promise.resolve();
  const mine = before.then(work, work);
  queues.set(
    trx,
    mine.catch(() => undefined)
  );
  return mine;
}
