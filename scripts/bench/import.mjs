/**
 * node scripts/bench/import.mjs [sqlite] [postgres] [mysql]: imports a file of Shopify's dialect that it writes itself
 * into an empty database of its own on each server, then imports it again. Prints rows a second and the memory that the
 * process took on the way. It asserts that the second import finds nothing to do, and no time.
 *
 *   PRODUCTS=1000 VARIATIONS=4   how many, and of each
 *
 * Servers are found as by scripts/test-databases.mjs: DATABASE_HOST and so on.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const asked = process.argv.slice(2);
const runner = fileURLToPath(new URL('run-import.cjs', import.meta.url));

for (const client of asked.length > 0 ? asked : ['sqlite', 'postgres', 'mysql']) {
  // A process each: the host keeps itself in a global.
  const code = await new Promise((resolve) => {
    fork(runner, { env: { ...process.env, DATABASE_CLIENT: client } }).on('exit', resolve);
  });
  if (code !== 0) process.exitCode = 1;
}
