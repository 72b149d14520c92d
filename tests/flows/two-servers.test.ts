import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { UIDS } from '../../content-types/uids';
import { type ServerProcess, startServerProcess } from '../support/server-process';
import { documents, makeProduct, rowsOf, stockOf, type ProductWish } from '../support/shop';
import { API, DETAILS, makeAccount } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';
import { createTestDatabase, dialectOfTests, type TestDatabase } from '../support/test-database';

/**
 * What one process cannot show: nothing that keeps a shop whole is in the memory of a server. Two Strapi processes and
 * this one share a database; requests go to the two in turn.
 */
const onPostgres = dialectOfTests() === 'postgres';
if (!onPostgres) {
  it.skip('two servers are tried on PostgreSQL only: SQLite has one writer, and each start takes its time', () =>
    undefined);
}

(onPostgres ? describe : describe.skip)('two servers on one database', () => {
  let database: TestDatabase;
  let shop: RunningShop;
  let servers: ServerProcess[] = [];
  let publicDir: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    publicDir = mkdtempSync(join(tmpdir(), 'cartwright-public-'));
    mkdirSync(join(publicDir, 'uploads'));
    // The first start makes the tables; the others find them.
    shop = await startStrapi({ database });
    servers = [
      await startServerProcess(database, publicDir),
      await startServerProcess(database, publicDir),
    ];
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await shop.stop();
    rmSync(publicDir, { recursive: true, force: true });
    await database.drop();
  });

  const product = (wish?: ProductWish) => makeProduct(shop.strapi, wish);
  let turn = 0;
  /** One request, to the server whose turn it is. */
  async function send(
    method: string,
    path: string,
    { token, jwt, body }: { token?: string; jwt?: string; body?: object } = {}
  ) {
    const { url } = servers[(turn += 1) % servers.length]!;
    const response = await fetch(`${url}${API}${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(token ? { 'X-Cart-Token': token } : {}),
        ...(jwt ? { Authorization: `Bearer ${jwt}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer = (await response.json()) as Answer;
    return { status: response.status, data: answer.data, code: answer.error?.details.code };
  }
  const add = (who: Who, sku: string) => send('POST', '/cart/items', { ...who, body: { sku } });
  const checkout = (who: Who, more: object = {}) =>
    send('POST', '/checkout', { ...who, body: { ...DETAILS, ...more } });
  const newCart = async (sku: string): Promise<Who> => ({ token: (await add({}, sku)).data.token });
  const times = <Result>(count: number, run: (index: number) => Promise<Result>) =>
    Promise.all(Array.from({ length: count }, (_, index) => run(index)));
  const unitsIn = async (carts: Record<string, unknown>[]) => {
    let units = 0;
    for (const { document_id: id } of carts) {
      const lines = await rowsOf(shop.strapi, 'cartwright_cart_items', { cart_document_id: id });
      units += lines.reduce((sum, { quantity }) => sum + Number(quantity), 0);
    }
    return units;
  };

  it('6.4: 160 adds at once on a line of 1 make 161, in one line', async () => {
    const { sku } = await product();
    const ada = await newCart(sku);
    const answers = await times(160, () => add(ada, sku));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const { data } = await send('GET', '/cart', ada);
    expect(data).toMatchObject({ items: [{ quantity: 161 }], version: 161 });
    expect(data.items).toHaveLength(1);
  });

  it('six first adds of one account make one cart with one line of 6', async () => {
    const { sku } = await product();
    const { jwt, documentId } = await makeAccount(shop.strapi);
    const answers = await times(6, () => add({ jwt }, sku));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
    const carts = await rowsOf(shop.strapi, 'cartwright_carts', { account: documentId });
    expect(carts).toHaveLength(1);
    const { data } = await send('GET', '/cart', { jwt });
    expect(data.items).toMatchObject([{ quantity: 6 }]);
  });

  it('adds, a merge at login and a checkout that race lose nothing, and order once', async () => {
    const mug = await product();
    const pens = await times(10, () => product());
    const { jwt, documentId } = await makeAccount(shop.strapi);
    await add({ jwt }, mug.sku);
    const { token } = await newCart(mug.sku);
    const answers = await Promise.all([
      ...pens.map(({ sku }) => add({ jwt, token }, sku)),
      send('GET', '/cart', { jwt, token }),
      checkout({ jwt, token }),
      checkout({ jwt, token }),
    ]);
    for (const { status } of answers) expect([200, 201, 409]).toContain(status);
    const added = answers.slice(0, pens.length).filter(({ status }) => status < 300).length;
    const carts = await rowsOf(shop.strapi, 'cartwright_carts', { account: documentId });
    expect(await unitsIn(carts)).toBe(2 + added);
    const ordered = carts.filter(({ status }) => status === 'checked_out');
    expect(ordered.length).toBeLessThanOrEqual(1);
    for (const { document_id: id } of ordered) {
      expect(await rowsOf(shop.strapi, 'cartwright_orders', { cart_document_id: id })).toHaveLength(
        1
      );
    }
  });

  it('7.2: of 20 carts that race for the last unit, one is ordered', async () => {
    const { sku } = await product({ stock: 1 });
    const carts = await times(20, () => newCart(sku));
    const answers = await Promise.all(carts.map((cart) => checkout(cart)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'insufficient_stock')).toHaveLength(19);
    expect(await stockOf(shop.strapi, sku)).toBe(0);
  });

  it('5.5: of 20 carts that race for the last use of a code, one has the discount', async () => {
    const { sku } = await product();
    const { documentId } = await documents(shop.strapi, UIDS.discountCode).create({
      data: { title: 'Once', code: 'ONCE', active: true, discountPercent: 10, maxUses: 1 },
    });
    const carts = await times(20, () => newCart(sku));
    const answers = await Promise.all(
      carts.map((cart, index) =>
        checkout(cart, { discountCode: 'ONCE', email: `guest-${index}@example.com` })
      )
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { status, code } of answers.filter((answer) => answer.status !== 201)) {
      expect([status, code]).toEqual(
        status === 409 ? [409, 'cart_changed'] : [422, 'discount_code_exhausted']
      );
    }
    const [row] = await rowsOf(shop.strapi, 'cartwright_discount_codes', {
      document_id: documentId,
    });
    expect(Number(row!['used_count'])).toBe(1);
  });

  it('8.3: one cart that is ordered on both at once is one order', async () => {
    const { sku } = await product({ stock: 10 });
    const ada = await newCart(sku);
    const answers = await times(10, () => checkout(ada));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: 9 }, () => 200),
      201,
    ]);
    expect(new Set(answers.map(({ data }) => data.order.number)).size).toBe(1);
    expect(await stockOf(shop.strapi, sku)).toBe(9);
  });

  it('8.3: a server is killed in the middle of thirty checkouts: each repeat finds or makes its one order', async () => {
    const { sku } = await product({ stock: 100 });
    const code = 'KILLED';
    const { documentId } = await documents(shop.strapi, UIDS.discountCode).create({
      data: { title: code, code, active: true, discountDeduct: 1, maxUses: 100 },
    });
    const carts = await times(30, () => newCart(sku));
    const doomed = await startServerProcess(database, publicDir);
    let answered = 0;
    const first = await Promise.allSettled(
      carts.map(async ({ token }) => {
        const response = await fetch(`${doomed.url}${API}/checkout`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Cart-Token': token! },
          body: JSON.stringify({ ...DETAILS, discountCode: code }),
        });
        await response.text();
        if ((answered += 1) === 5) doomed.kill();
      })
    );
    expect(first.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);

    const repeats = await times(30, (index) => checkout(carts[index]!, { discountCode: code }));
    for (const { status } of repeats) expect([200, 201]).toContain(status);
    expect(new Set(repeats.map(({ data }) => data.order.number)).size).toBe(30);
    expect(await stockOf(shop.strapi, sku)).toBe(70);
    const counted = async (table: string, where: object) =>
      (await rowsOf(shop.strapi, table, { ...where })).length;
    expect(await counted('cartwright_discount_code_uses', { code_document_id: documentId })).toBe(
      30
    );
    expect(await counted('cartwright_stock_movements', { sku, reason: 'order' })).toBe(30);
    const [row] = await rowsOf(shop.strapi, 'cartwright_discount_codes', {
      document_id: documentId,
    });
    expect(Number(row!['used_count'])).toBe(30);
  });
});

interface Who {
  token?: string;
  jwt?: string;
}

/** What these tests look at in an answer. */
interface Answer {
  data: {
    token: string;
    version: number;
    items: { quantity: number }[];
    order: { number: string };
  };
  error?: { details: { code: string } };
}
