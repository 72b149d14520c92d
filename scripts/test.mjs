/**
 * npm test: everything that needs no server; Strapi runs on SQLite. Arguments go to jest:
 *
 *   npm test -- tests/domain
 *   npm test -- --selectProjects domain
 */
import { ensureInstalled } from './ensure-installed.mjs';
import { jest } from './jest.mjs';

await ensureInstalled();
process.exitCode = await jest(process.argv.slice(2), {
  DATABASE_CLIENT: 'sqlite',
  TEST_RUN: 'npm test',
});
