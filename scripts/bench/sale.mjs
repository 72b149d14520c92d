/**
 * node scripts/bench/sale.mjs [sqlite] [postgres] [mysql]: one sale on 10,000 variations, with an empty database of
 * its own on each server. Prints how long applying, narrowing and deleting it take, and how long a shopper who buys
 * at the same time waits. It asserts nothing.
 *
 *   PRODUCTS=1000 VARIATIONS=10   how many, and of each
 *
 * Servers are found as by scripts/test-databases.mjs: DATABASE_HOST and so on.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const asked = process.argv.slice(2);
const runner = fileURLToPath(new URL('run-sale.cjs', import.meta.url));

for (const client of asked.length > 0 ? asked : ['sqlite', 'postgres', 'mysql']) {
  // A process each: the host keeps itself in a global.
  const code = await new Promise((resolve) => {
    fork(runner, { env: { ...process.env, DATABASE_CLIENT: client } }).on('exit', resolve);
  });
  if (code !== 0) process.exitCode = 1;
}
