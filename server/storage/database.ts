import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

export type Dialect = 'sqlite' | 'postgres' | 'mysql';

/** Where a query runs: inside the transaction that it belongs to, or on its own for reads outside one. */
export type Connection = Knex | Knex.Transaction;
export type Transaction = Knex.Transaction;

/** The shop's door to the database. */
export interface Database {
  dialect: Dialect;
  /** For reads outside a transaction. Inside one use its `trx`: on SQLite anything else would wait for itself. */
  read: Knex;
  /** For work that may be called inside somebody's transaction, and belongs to it then; outside one it opens none. */
  joining<Result>(work: (db: Connection) => Promise<Result>): Promise<Result>;
  /**
   * All of `work` or none of it. A deadlock, a serialisation failure, or two writers inserting the same
   * unique row are not errors of the shopper: the work is repeated, so it must have no effect outside `trx`.
   */
  transaction<Result>(work: (trx: Knex.Transaction) => Promise<Result>): Promise<Result>;
  /** What `work` would do and answer: all of it is taken back. Not inside somebody's transaction, which would keep it. */
  rehearse<Result>(work: (trx: Knex.Transaction) => Promise<Result>): Promise<Result>;
  /** Writes of one statement each, outside a transaction: repeated like one, so doing them twice must do no harm. */
  write<Result>(work: (db: Knex) => Promise<Result>): Promise<Result>;
}

const ATTEMPTS = 8;

export function createDatabase(strapi: Core.Strapi): Database {
  const runOnce = <Result>(work: (trx: Knex.Transaction) => Promise<Result>): Promise<Result> =>
    strapi.db.transaction(({ trx }) => work(trx)) as Promise<Result>;

  async function repeat<Result>(run: () => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await run();
      } catch (error) {
        // Inside somebody else's transaction a repeat would run in a broken one: let its owner decide.
        if (attempt === ATTEMPTS || strapi.db.inTransaction() || !isCollision(error)) throw error;
        await pause(attempt);
      }
    }
  }

  return {
    dialect: strapi.db.dialect.client as Dialect,
    get read() {
      return strapi.db.connection;
    },
    transaction: (work) => repeat(() => runOnce(work)),
    rehearse: async <Result>(work: (trx: Knex.Transaction) => Promise<Result>) => {
      if (strapi.db.inTransaction()) throw new Error('A rehearsal cannot be part of a transaction');
      const takenBack = new Error('Taken back');
      const answers: Result[] = [];
      const rehearsal = async (trx: Knex.Transaction) => {
        answers.push(await work(trx));
        throw takenBack;
      };
      await repeat(() => runOnce(rehearsal)).catch((error: unknown) => {
        if (error !== takenBack) throw error;
      });
      return answers.at(-1) as Result;
    },
    joining: (work) => (strapi.db.inTransaction() ? runOnce(work) : work(strapi.db.connection)),
    write: (work) => repeat(() => work(strapi.db.connection)),
  };
}

/** What PostgreSQL, MySQL/MariaDB and SQLite answer when two writers were in each other's way. */
const COLLISIONS = new Set<unknown>([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  'SQLITE_BUSY',
]);

const UNIQUE_VIOLATIONS = new Set<unknown>(['23505', 'ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE']);

export function isUniqueViolation(error: unknown): boolean {
  return UNIQUE_VIOLATIONS.has((error as { code?: unknown } | null)?.code);
}

function isCollision(error: unknown): boolean {
  return COLLISIONS.has((error as { code?: unknown } | null)?.code) || isUniqueViolation(error);
}

/** A little longer each time, and never the same for two that collided. */
function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt * (0.5 + Math.random())));
}

/**
 * Inserts one row, in one statement.
 *
 * @returns its id; null when a row with the same values in the unique columns `unlessSame` was there already
 */
export async function insertRow(
  trx: Connection,
  table: string,
  row: Record<string, unknown>,
  unlessSame: string[] = []
): Promise<number | null> {
  const insert = trx(table).insert(row);
  if (unlessSame.length > 0) insert.onConflict(unlessSame).ignore();
  // MySQL and MariaDB answer with the new id by themselves (0 for none), and cannot be asked for it.
  if (!/mysql/.test(String(trx.client.config.client))) insert.returning('id');
  const [id] = (await insert) as ({ id: number } | number)[];
  return (typeof id === 'object' ? id.id : id) || null;
}

/** SQLite takes a limited number of rows in one insert. */
const ROWS_PER_INSERT = 100;

/** One statement for up to a hundred rows. */
export async function insertAll(
  trx: Connection,
  table: string,
  rows: readonly Record<string, unknown>[]
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    await trx(table).insert(rows.slice(start, start + ROWS_PER_INSERT));
  }
}
