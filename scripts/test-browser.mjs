/**
 * npm run test:browser: an editor and a shopper in a real browser. Builds what is not built, starts the playground
 * on a free port with an empty SQLite file, and leaves nothing behind but `screenshots/`.
 *
 * CHROMIUM_PATH says which browser to take; without it, /usr/bin/chromium.
 */
import { ensureInstalled } from './ensure-installed.mjs';

await ensureInstalled();
// Only now: they need what was installed.
const { ensureBuilt } = await import('./built.mjs');
const { runBrowserTests } = await import('../tests/browser/run.mjs');

await ensureBuilt();
const { passed, failed } = await runBrowserTests();
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
