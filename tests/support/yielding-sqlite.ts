import type { Core } from '@strapi/strapi';

interface KnexClient {
  _query: (connection: unknown, query: unknown) => Promise<unknown>;
}

const YIELDS = Symbol('yields before each statement');

/**
 * better-sqlite3 answers each statement at once, so one request runs from its first to its last statement before
 * another one begins, and a race test proves nothing. After this each statement first lets all others go on, as a
 * server on a network would.
 *
 * It changes the prototype, because knex makes the client of a transaction from it; jest gives every test file its own
 * copy of knex, so no other file sees it. Transactions still take turns: SQLite has one connection.
 */
export function yieldBeforeEachStatement(strapi: Core.Strapi): void {
  const client = strapi.db.connection.client as KnexClient;
  const prototype = Object.getPrototypeOf(client) as KnexClient & { [YIELDS]?: true };
  if (prototype[YIELDS]) return;
  prototype[YIELDS] = true;

  const { _query } = prototype;
  prototype._query = async function (this: KnexClient, connection, query) {
    await new Promise((resolve) => setImmediate(resolve));
    return _query.call(this, connection, query);
  };
}
