import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { knex, type Knex } from 'knex';

export type Dialect = 'sqlite' | 'postgres' | 'mysql';

/** An empty database of its own, and the variables that make the test app use it. */
export interface TestDatabase {
  dialect: Dialect;
  env: Record<string, string>;
  drop: () => Promise<void>;
}

/**
 * Which server the tests use, from the environment:
 *
 *   DATABASE_CLIENT     sqlite (default), postgres, or mysql (MariaDB too)
 *   DATABASE_HOST       127.0.0.1
 *   DATABASE_PORT       5432, 3306
 *   DATABASE_USERNAME   postgres, root: has to be allowed to create and drop databases
 *   DATABASE_PASSWORD   empty
 *
 * Databases are named cartwright_test_<worker>_<random>; no other one is touched.
 */
const SERVERS = {
  postgres: { driver: 'pg', port: '5432', username: 'postgres', database: 'postgres' },
  mysql: { driver: 'mysql2', port: '3306', username: 'root', database: undefined },
} as const;

export function dialectOfTests(): Dialect {
  const client = process.env['DATABASE_CLIENT'] || 'sqlite';
  if (client === 'sqlite' || client === 'postgres' || client === 'mysql') return client;
  throw new Error(`DATABASE_CLIENT is '${client}': the tests know sqlite, postgres and mysql.`);
}

/** @param template a database on the server that the new one is a copy of (PostgreSQL) */
export async function createTestDatabase(
  dialect = dialectOfTests(),
  template?: string,
  name = `cartwright_test_${process.env['JEST_WORKER_ID'] ?? '0'}_${randomBytes(5).toString('hex')}`
): Promise<TestDatabase> {
  if (dialect === 'sqlite') return createFile();

  const collation = dialect === 'mysql' ? ' CHARACTER SET utf8mb4' : '';
  const force = dialect === 'postgres' ? ' WITH (FORCE)' : '';
  await onServer(dialect, (server) =>
    template
      ? server.raw('CREATE DATABASE ?? TEMPLATE ??', [name, template])
      : server.raw(`CREATE DATABASE ??${collation}`, [name])
  );
  return {
    dialect,
    env: { DATABASE_CLIENT: dialect, ...addressOf(dialect), DATABASE_NAME: name },
    drop: () =>
      onServer(dialect, (server) => server.raw(`DROP DATABASE IF EXISTS ??${force}`, [name])),
  };
}

type ServerDialect = Exclude<Dialect, 'sqlite'>;

const addressOf = (dialect: ServerDialect) => ({
  DATABASE_HOST: process.env['DATABASE_HOST'] || '127.0.0.1',
  DATABASE_PORT: process.env['DATABASE_PORT'] || SERVERS[dialect].port,
  DATABASE_USERNAME: process.env['DATABASE_USERNAME'] || SERVERS[dialect].username,
  DATABASE_PASSWORD: process.env['DATABASE_PASSWORD'] ?? '',
});

/** One thing to be done on the server itself, with a connection for it alone. */
export async function onServer(
  dialect: ServerDialect,
  act: (server: Knex) => Promise<unknown>
): Promise<void> {
  const address = addressOf(dialect);
  const server = knex({
    client: SERVERS[dialect].driver,
    connection: {
      host: address.DATABASE_HOST,
      port: Number(address.DATABASE_PORT),
      user: address.DATABASE_USERNAME,
      password: address.DATABASE_PASSWORD,
      database: SERVERS[dialect].database,
    },
    pool: { min: 0, max: 1 },
  });
  try {
    await act(server);
  } finally {
    await server.destroy();
  }
}

function createFile(): TestDatabase {
  const worker = process.env['JEST_WORKER_ID'] ?? '0';
  const folder = mkdtempSync(join(tmpdir(), `cartwright-test-${worker}-`));
  return {
    dialect: 'sqlite',
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: join(folder, 'data.db') },
    drop: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}
