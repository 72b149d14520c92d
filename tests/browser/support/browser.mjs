/* global localStorage -- what runs inside the page */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

export const SCREENSHOTS = join(dirname(fileURLToPath(import.meta.url)), '../../../screenshots');

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What the host writes to the console by itself. Requests that fail are watched apart from it. */
const OF_THE_HOST = [
  /^Failed to load resource/,
  /React Router Future Flag Warning/,
  /^useRBAC: The first argument should be an array/,
  /^styled-components: it looks like an unknown prop "attribute"/,
  // The form of its media library for a file from one's own disk.
  /^styled-components: it looks like an unknown prop "justifyContent"/,
  /React does not recognize the `%s` prop on a DOM element[^]*\bjustifyContent\b/,
  /^SerializableStateInvariantMiddleware took/,
  /^ImmutableStateInvariantMiddleware took/,
];

const OUR_REQUESTS = /\/(cartwright\/|content-manager\/collection-types\/plugin::cartwright)/;

/** A browser with a profile of its own, in a fixed language, time zone and size. */
export async function openBrowser() {
  const profile = mkdtempSync(join(tmpdir(), 'cartwright-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    headless: true,
    args: FLAGS,
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  // The host's guided tour would lie over the page.
  await context.addInitScript(() => {
    localStorage.setItem('STRAPI_GUIDED_TOUR', JSON.stringify({ enabled: false }));
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints = watch(page);

  return {
    page,
    /** What went wrong since the last time it was asked. */
    complaints: () => complaints.splice(0),
    async forgetEditor() {
      await page.evaluate(() => localStorage.clear());
      await context.clearCookies();
    },
    async photographFailure() {
      mkdirSync(SCREENSHOTS, { recursive: true });
      const path = join(SCREENSHOTS, 'failure.png');
      await page.screenshot({ path }).catch(() => {});
      const shown = `What the browser showed: ${path} (${page.url()})`;
      process.stdout.write(`${[shown, ...complaints].join('\n')}\n`);
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

function watch(page) {
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`Uncaught: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (!['error', 'warning'].includes(message.type())) return;
    if (OF_THE_HOST.some((pattern) => pattern.test(text))) return;
    complaints.push(`Console ${message.type()}: ${text} (${page.url()})`);
  });
  page.on('response', (response) => {
    if (response.status() < 400 || !OUR_REQUESTS.test(response.url())) return;
    complaints.push(`${response.status()}: ${response.request().method()} ${response.url()}`);
  });
  return complaints;
}
