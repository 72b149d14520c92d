import type { Core } from '@strapi/strapi';

import { shopOf } from '../../server/compose';
import { settle } from './mailbox';

/** What every server asks by itself every few seconds: nobody's request. */
const LOOK_AT_SETTINGS = /^select substr\(.value., (\?|\$\d+)?\s*1?,.*strapi_core_store_settings/i;

interface Options {
  /**
   * `cartwright` leaves out what touches none of the plugin's tables, such as the host reading its own permissions, and
   * transactions in which nothing touches them.
   */
  only?: 'cartwright';
}

interface Counted<Result> {
  result: Result;
  /** In the order in which they were sent. */
  statements: string[];
}

interface Sent {
  sql: string;
  /** The transaction that it is part of. */
  transaction: string | undefined;
}

const TRANSACTION_CONTROL =
  /^\s*(?:begin|start transaction|commit|rollback|savepoint|release|set transaction)\b/i;

/**
 * The SQL statements that `callback` causes, BEGIN, COMMIT, ROLLBACK, SAVEPOINT and RELEASE included: everything that
 * goes over the wire to the database, on all three drivers. It listens to the whole app, so nothing else may be going on.
 */
export async function countStatements<Result>(
  strapi: Core.Strapi,
  callback: () => Promise<Result>,
  { only }: Options = {}
): Promise<Counted<Result>> {
  // What earlier requests have left to be written would be written in the middle of it.
  if (strapi.plugins['cartwright']) {
    await shopOf(strapi).popularity.flush();
    await settle(strapi);
  }
  const sent: Sent[] = [];
  // A transaction's own client passes its events on to this one, and a savepoint's to its transaction's.
  const client = strapi.db.connection.client as NodeJS.EventEmitter;
  const listen = ({ sql, __knexTxId: transaction }: { sql: string; __knexTxId?: string }) => {
    if (!LOOK_AT_SETTINGS.test(sql)) sent.push({ sql, transaction });
  };
  client.on('query', listen);
  try {
    const result = await callback();
    return { result, statements: (only ? ours(sent) : sent).map(({ sql }) => sql) };
  } finally {
    client.off('query', listen);
  }
}

function ours(sent: readonly Sent[]): Sent[] {
  const touchesOurs = ({ sql }: Sent) => sql.includes('cartwright_');
  const transactions = new Set(sent.filter(touchesOurs).map(({ transaction }) => transaction));
  return sent.filter(
    (one) =>
      touchesOurs(one) || (TRANSACTION_CONTROL.test(one.sql) && transactions.has(one.transaction))
  );
}
