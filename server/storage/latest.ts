import type { Knex } from 'knex';

/**
 * A read behind a lock that sees what is there now. MySQL and MariaDB answer a plain read from the snapshot of
 * the transaction, which may be older than the lock just taken (the host had read before us); only a locking read
 * is current, and it does not reach into a subquery. PostgreSQL reads what is committed, SQLite has one writer:
 * nothing to add there.
 */
export function latest<Query extends Knex.QueryBuilder>(
  trx: Knex.Transaction,
  query: Query
): Query {
  const { dialect } = trx.client as { dialect: string };
  return dialect === 'mysql' ? (query.forShare() as Query) : query;
}
