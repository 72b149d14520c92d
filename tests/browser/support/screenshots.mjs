// cspell:ignore networkidle -- playwright's word
/* global localStorage -- what runs inside the page */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { SCREENSHOTS } from './browser.mjs';

const WIDTHS = [1280, 768];
const THEMES = ['light', 'dark'];
const HEIGHT = 1000;

/**
 * Takes the page as it is, in both themes and widths: `orders-1280-dark.png`. `ready` waits for what must be seen,
 * since a change of theme loads the page again.
 */
export async function photograph(page, name, ready) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  for (const theme of THEMES) {
    await page.evaluate((wanted) => localStorage.setItem('STRAPI_THEME', wanted), theme);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      await page.reload();
      await ready();
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: join(SCREENSHOTS, `${name}-${width}-${theme}.png`) });
    }
  }
  await page.evaluate(() => localStorage.setItem('STRAPI_THEME', 'light'));
  await page.setViewportSize({ width: WIDTHS[0], height: HEIGHT });
  await page.reload();
  await ready();
}
