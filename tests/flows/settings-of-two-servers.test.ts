import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { makeProduct } from '../support/shop';
import { type ServerProcess, startServerProcess } from '../support/server-process';
import { API } from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { type RunningShop, startStrapi } from '../support/strapi';
import { createTestDatabase, dialectOfTests, type TestDatabase } from '../support/test-database';

const onServer = dialectOfTests() !== 'sqlite';
if (!onServer) {
  it.skip('two servers are tried on PostgreSQL and MariaDB only: SQLite has one writer', () =>
    undefined);
}

(onServer ? describe : describe.skip)('settings that are changed on one of two servers', () => {
  let database: TestDatabase;
  let shop: RunningShop;
  let staff: Staff;
  let other: ServerProcess | undefined;
  let publicDir: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    publicDir = mkdtempSync(join(tmpdir(), 'cartwright-public-'));
    mkdirSync(join(publicDir, 'uploads'));
    shop = await startStrapi({ database });
    staff = await makeStaff(shop);
  });
  afterAll(async () => {
    await other?.stop();
    await shop.stop();
    rmSync(publicDir, { recursive: true, force: true });
    await database.drop();
  });

  async function save(rate: string) {
    const { version } = (await staff.send('get', '/settings')).body.data;
    const set = { 'tax.rates': [{ country: '*', rate, label: 'VAT' }] };
    const saved = await staff.send('put', '/settings', { version, set, reset: [] });
    expect(saved.status).toBe(200);
  }

  /** The rate that a new cart bears there. */
  async function rateOn(url: string, sku: string): Promise<string> {
    const answer = await fetch(`${url}${API}/cart/items`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ sku }),
    });
    const { data } = (await answer.json()) as { data: { taxes: { rate: string }[] } };
    return data.taxes.map(({ rate }) => rate).join();
  }

  it('count on the other one: from its start, and within seconds', async () => {
    const { sku } = await makeProduct(shop.strapi, { unitPrice: '100.00' });
    await save('19');
    other = await startServerProcess(database, publicDir);
    const { url } = other;
    // Set before it started: its first request knows it.
    expect(await rateOn(url, sku)).toBe('19');

    await save('7');
    expect(await rateOn(shop.url, sku)).toBe('7');
    const begun = Date.now();
    while ((await rateOn(url, sku)) !== '7' && Date.now() - begun < 15_000) {
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect(await rateOn(url, sku)).toBe('7');
    expect(Date.now() - begun).toBeLessThan(8_000);
  });
});
