// cspell:ignore networkidle -- playwright's word
/* global localStorage -- what runs inside the page */
/**
 * npm run screenshots: photographs the admin's screens in the demo shop, light and dark, into docs/screenshots.
 * `npm run screenshots -- order sale-preview` takes those alone. The README shows some of them.
 *
 * CHROMIUM_PATH says which browser to take; without it, /usr/bin/chromium.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { ensureInstalled, root } from './ensure-installed.mjs';

await ensureInstalled();
// Only now: they need what was installed.
const { ensureBuilt } = await import('./built.mjs');
const { openBrowser } = await import('../tests/browser/support/browser.mjs');
const { enterRunningShop } = await import('../tests/browser/support/editor.mjs');
const { startPlayground } = await import('../tests/browser/support/playground.mjs');
const { SCREENS } = await import('./screenshots/screens.mjs');

const folder = join(root, 'docs/screenshots');
const wanted = process.argv.slice(2);
const screens = Object.entries(SCREENS).filter(
  ([name]) => wanted.length === 0 || wanted.includes(name)
);
mkdirSync(folder, { recursive: true });

await ensureBuilt();
const shop = await startPlayground({ seeded: true });
const browser = await openBrowser();
let failed = 0;
try {
  const token = await enterRunningShop(browser.page, shop.url);
  for (const theme of ['light', 'dark']) {
    await browser.page.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);
    for (const [name, screen] of screens) failed += await photograph(name, screen, theme, token);
  }
} finally {
  await browser.close();
  await shop.stop();
}
console.log(`${screens.length} screens, ${failed} failed: ${folder}`);
process.exitCode = failed === 0 ? 0 : 1;

/** `open` goes to the screen, and waits until what must be seen is there. */
async function photograph(name, { open, height = 900 }, theme, token) {
  const { page } = browser;
  try {
    await page.setViewportSize({ width: 1280, height });
    await open({ page, url: shop.url, token });
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
    console.log(`  ${name} (${theme})`);
    return 0;
  } catch (error) {
    console.error(`  ${name} (${theme}): ${error.message}`);
    await browser.photographFailure();
    return 1;
  }
}
