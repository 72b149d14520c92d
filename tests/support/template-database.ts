import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import {
  createTestDatabase,
  type Dialect,
  dialectOfTests,
  onServer,
  type TestDatabase,
} from './test-database';

/**
 * A first start makes a hundred tables, which takes longer than most test files. So one of them lends its database,
 * as it was right after that start, to all the others: SQLite copies a file, PostgreSQL a database, MariaDB table by
 * table.
 *
 * The run of jest that made a template removes it (tests/support/forget-template.ts). While one worker makes it, the
 * others start from nothing rather than wait.
 */
const RUN = 'CARTWRIGHT_TEST_RUN';

const folderOf = (run: string, dialect: Dialect) =>
  join(tmpdir(), `cartwright-template-${run}-${dialect}`);
const nameOf = (run: string) => `cartwright_test_template_${run}`;

/** @param start makes the tables in the database that it is given, and lets go of it again */
export async function createStartedDatabase(
  start: (database: TestDatabase) => Promise<void>
): Promise<TestDatabase> {
  const run = process.env[RUN];
  const dialect = dialectOfTests();
  if (!run) return createTestDatabase();

  const folder = folderOf(run, dialect);
  const ready = join(folder, 'ready');
  if (!existsSync(ready)) {
    if (!claim(folder)) return createTestDatabase();
    await start(await createTemplate(run, folder, dialect));
    writeFileSync(ready, '');
  }
  if (dialect === 'sqlite') return copyFile(folder);
  return dialect === 'postgres'
    ? createTestDatabase(dialect, nameOf(run))
    : copyTables(nameOf(run));
}

/** The one who makes the folder makes the template. */
function claim(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

async function createTemplate(
  run: string,
  folder: string,
  dialect: Dialect
): Promise<TestDatabase> {
  const drop = () => Promise.resolve();
  if (dialect === 'sqlite') {
    const env = {
      DATABASE_CLIENT: dialect,
      DATABASE_FILENAME: join(folder, 'database', 'data.db'),
    };
    mkdirSync(join(folder, 'database'));
    return { dialect, env, drop };
  }
  const empty = await createTestDatabase(dialect, undefined, nameOf(run));
  return { ...empty, drop };
}

async function copyFile(folder: string): Promise<TestDatabase> {
  const copy = await createTestDatabase('sqlite');
  cpSync(join(folder, 'database'), dirname(copy.env.DATABASE_FILENAME!), { recursive: true });
  return copy;
}

async function copyTables(template: string): Promise<TestDatabase> {
  const copy = await createTestDatabase('mysql');
  const name = copy.env.DATABASE_NAME!;
  await onServer('mysql', async (server) => {
    const [tables] = (await server.raw('SHOW TABLES FROM ??', [template])) as [object[]];
    // Tables refer to each other, in a circle too.
    await server.raw('SET FOREIGN_KEY_CHECKS = 0');
    await server.raw('USE ??', [name]);
    for (const table of tables.map((row) => String(Object.values(row)[0]))) {
      const [[shown]] = (await server.raw('SHOW CREATE TABLE ??.??', [template, table])) as [
        [Record<string, string>],
      ];
      await server.raw(shown['Create Table']!.replaceAll('?', '\\?'));
      await server.raw('INSERT INTO ?? SELECT * FROM ??.??', [table, template, table]);
    }
  });
  return copy;
}

/** For jest's `globalSetup`: whoever works for this run will find its templates. */
export function nameRun(run: string): void {
  process.env[RUN] = run;
}

/** For jest's `globalTeardown`. */
export async function forgetTemplates(): Promise<void> {
  const run = process.env[RUN];
  if (!run) return;
  const dialect = dialectOfTests();
  const made = existsSync(folderOf(run, dialect));
  rmSync(folderOf(run, dialect), { recursive: true, force: true });
  if (made && dialect !== 'sqlite') {
    await onServer(dialect, (server) => server.raw('DROP DATABASE IF EXISTS ??', [nameOf(run)]));
  }
}
