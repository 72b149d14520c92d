/**
 * npm run test:databases: the integration tests on PostgreSQL, then on MariaDB (or MySQL). Arguments go to jest.
 *
 * Where the servers are, with the defaults:
 *
 *   POSTGRES_HOST 127.0.0.1   POSTGRES_PORT 5432   POSTGRES_USERNAME postgres   POSTGRES_PASSWORD (empty)
 *   MARIADB_HOST  127.0.0.1   MARIADB_PORT  3306   MARIADB_USERNAME  root       MARIADB_PASSWORD  (empty)
 *
 * One of them alone: DATABASE_CLIENT=postgres or mysql, with DATABASE_HOST, _PORT, _USERNAME and _PASSWORD.
 * The users have to be allowed to create databases; each test file makes its own and drops it.
 */
import { createRequire } from 'node:module';

import { ensureInstalled } from './ensure-installed.mjs';
import { jest } from './jest.mjs';

const SERVERS = [
  {
    name: 'PostgreSQL',
    client: 'postgres',
    driver: 'pg',
    prefix: 'POSTGRES',
    port: '5432',
    username: 'postgres',
  },
  {
    name: 'MariaDB',
    client: 'mysql',
    driver: 'mysql2',
    prefix: 'MARIADB',
    port: '3306',
    username: 'root',
  },
];

await ensureInstalled();

const { DATABASE_CLIENT: only } = process.env;
if (only && !SERVERS.some(({ client }) => client === only)) {
  console.error(
    `DATABASE_CLIENT is '${only}'; here it may be postgres or mysql, or left out for both.`
  );
  process.exit(1);
}

let failed = false;
for (const server of SERVERS.filter(({ client }) => !only || client === only)) {
  const address = addressOf(server, only ? 'DATABASE' : server.prefix);
  const trouble = await whyUnreachable(server, address);
  if (trouble) {
    failed = true;
    console.error(
      `\n${server.name} cannot be used at ${address.DATABASE_HOST}:${address.DATABASE_PORT} as ${address.DATABASE_USERNAME}: ${trouble}\n` +
        `Start it, or say where it is with ${server.prefix}_HOST, _PORT, _USERNAME and _PASSWORD.\n`
    );
    continue;
  }
  console.log(`\nIntegration tests on ${server.name}`);
  // The names of projects stand last, because jest takes every word after them for another one.
  const args = [...process.argv.slice(2), '--selectProjects', 'integration'];
  const code = await jest(args, { ...address, TEST_RUN: server.name });
  failed ||= code !== 0;
}
process.exitCode = failed ? 1 : 0;

function addressOf({ client, port, username }, prefix) {
  const { env } = process;
  return {
    DATABASE_CLIENT: client,
    DATABASE_HOST: env[`${prefix}_HOST`] || '127.0.0.1',
    DATABASE_PORT: env[`${prefix}_PORT`] || port,
    DATABASE_USERNAME: env[`${prefix}_USERNAME`] || username,
    DATABASE_PASSWORD: env[`${prefix}_PASSWORD`] ?? '',
  };
}

async function whyUnreachable({ client, driver }, address) {
  const { knex } = createRequire(import.meta.url)('knex');
  const connection = knex({
    client: driver,
    connection: {
      host: address.DATABASE_HOST,
      port: Number(address.DATABASE_PORT),
      user: address.DATABASE_USERNAME,
      password: address.DATABASE_PASSWORD,
      database: client === 'postgres' ? 'postgres' : undefined,
    },
    pool: { min: 0, max: 1 },
    acquireConnectionTimeout: 10_000,
  });
  try {
    await connection.raw('select 1');
    return undefined;
  } catch (error) {
    return error.message || error.code || String(error);
  } finally {
    await connection.destroy();
  }
}
