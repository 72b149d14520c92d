/**
 * npm run test:browser: an editor and a shopper in a real browser. Builds what is not built, starts the playground
 * on a free port with an empty SQLite file, and leaves nothing behind but `screenshots/`.
 *
 * CHROMIUM_PATH says which browser to take; without it, /usr/bin/chromium.
 * STORY=firstSale,orderSteps with SHOP_URL=http://127.0.0.1:1337 plays those alone, in a demo shop that runs already.
 */
import { ensureInstalled } from './ensure-installed.mjs';

await ensureInstalled();
// Only now: they need what was installed.
const { ensureBuilt } = await import('./built.mjs');
const { runBrowserTests } = await import('../tests/browser/run.mjs');

const shopUrl = process.env.SHOP_URL || null;
if (!shopUrl) await ensureBuilt();
const only = process.env.STORY?.split(',') ?? null;
const { passed, failed } = await runBrowserTests({ only, shopUrl });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
