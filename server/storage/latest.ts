import type { Knex } from 'knex';

import type { Connection } from './database';

/**
 * A read behind a lock that sees what is there now. MySQL and MariaDB answer a plain read from the snapshot of
 * the transaction, which may be older than the lock just taken (the host had read before us); only a locking read
 * is current, and it does not reach into a subquery. PostgreSQL reads what is committed, SQLite has one writer:
 * nothing to add there. Outside a transaction every read is current.
 */
export function latest<Query extends Knex.QueryBuilder>(db: Connection, query: Query): Query {
  const { dialect } = db.client as { dialect: string };
  return dialect === 'mysql' && db.isTransaction ? (query.forShare() as Query) : query;
}
