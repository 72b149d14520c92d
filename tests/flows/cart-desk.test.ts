import { countStatements } from '../support/count-statements';
import { makeProduct, rowsOf } from '../support/shop';
import { makeAccount, shopperOf } from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { type RunningShop, startStrapi } from '../support/strapi';

let shop: RunningShop;
let staff: Staff;

beforeAll(async () => {
  shop = await startStrapi({
    cartwright: {
      currency: 'EUR',
      mails: {
        receipt: false,
        abandonedCart: { afterHours: 2 },
        cartUrl: 'https://shop.example/cart/{token}',
      },
    },
  });
  staff = await makeStaff(shop);
});
afterAll(() => shop.stop());

/** A cart of one thing, with so many hours since it was touched. */
async function cart({
  price = 10,
  quantity = 1,
  email = null as string | null,
  hours = 0,
  jwt = undefined as string | undefined,
} = {}) {
  const { sku } = await makeProduct(shop.strapi, { unitPrice: price });
  const shopper = shopperOf(shop, jwt ? { jwt } : {});
  await shopper.add(sku, quantity);
  if (email) await shopper.say({ email });
  await shopper.cart();
  const [row] = (await rowsOf(shop.strapi, 'cartwright_carts')).slice(-1);
  const documentId = String(row!['document_id']);
  await age(documentId, hours);
  return { documentId, sku, shopper };
}

const age = (documentId: string, hours: number) =>
  shop.strapi.db
    .connection('cartwright_carts')
    .where({ document_id: documentId })
    .update({ last_activity_at: new Date(Date.now() - hours * 3_600_000) });

const see = async (query: string) => {
  const answer = await staff.send('get', `/carts?${query}`);
  expect(answer.status).toBe(200);
  const { data, meta } = answer.body as {
    data: { documentId: string; state: string }[];
    meta: { value: string; pagination: { total: number } };
  };
  return { ids: data.map(({ documentId }) => documentId), data, meta };
};

it('a shop without carts has none', async () => {
  const { meta } = await see('');
  expect([meta.pagination.total, meta.value]).toEqual([0, '0.00']);
});

describe('the list of carts', () => {
  it('tells those in use from those that were left, and adds them up to the cent', async () => {
    const used = await cart({ price: 0.1, quantity: 3, hours: 1.9 });
    const left = await cart({ price: 0.1, quantity: 2, hours: 2.1 });
    const dear = await cart({ price: 19.99, quantity: 3, hours: 50 });
    const empty = await cart();
    await empty.shopper.clear();

    expect((await see('state=open')).ids).toEqual([used.documentId]);
    const abandoned = await see('state=abandoned&sort=value:asc');
    expect(abandoned.ids).toEqual([left.documentId, dear.documentId]);
    expect(abandoned.meta).toMatchObject({ value: '60.17', pagination: { total: 2 } });
    // Of all that fit, not of the page alone.
    expect((await see('pageSize=1')).meta).toMatchObject({
      value: '60.47',
      pagination: { total: 3 },
    });
    expect((await see('sort=items:desc')).ids[1]).not.toBe(left.documentId);
  });

  it('finds a cart by its e-mail and by a SKU, and says whose it is', async () => {
    const { jwt, email } = await makeAccount(shop.strapi);
    const own = await cart({ jwt });
    const guest = await cart({ email: 'Guest_1@example.com' });
    expect((await see('q=guest_1')).ids).toEqual([guest.documentId]);
    expect((await see('q=guestX1')).ids).toEqual([]);
    const found = await see(`q=${own.sku.toLowerCase()}`);
    expect(found.data).toMatchObject([
      { documentId: own.documentId, hasAccount: true, accountEmail: email, state: 'open' },
    ]);
  });

  it('leads to the order that a cart became', async () => {
    const { shopper, documentId } = await cart();
    const { number } = (await shopper.checkout()).body.data.order;
    const { data } = await see('state=checked_out');
    expect(data).toMatchObject([{ documentId, state: 'checked_out', order: { number } }]);
  });

  it('takes as many statements for a page of one as for all', async () => {
    const statementsFor = async (pageSize: number) =>
      (
        await countStatements(shop.strapi, () => see(`pageSize=${pageSize}`), {
          only: 'cartwright',
        })
      ).statements.length;
    expect(await statementsFor(100)).toBe(3);
    expect(await statementsFor(1)).toBe(3);
  });

  it('refuses what is no filter', async () => {
    const bad = await staff.send('get', '/carts?state=lost&sort=token:asc&page=0');
    expect(bad.status).toBe(400);
    const paths = bad.body.error.details.issues.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(['state', 'sort', 'page']);
  });
});

describe('one cart', () => {
  it('shows what the shopper saw, and nothing that is secret', async () => {
    const { documentId, sku, shopper } = await cart({ price: 12.5, quantity: 2 });
    await shopper.say({
      email: 'ada@example.com',
      billing: { firstName: 'Ada', lastName: 'Lovelace', country: 'GB' },
    });
    const { body } = await staff.send('get', `/carts/${documentId}`);
    expect(body.data).toMatchObject({
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      lines: [{ sku, quantity: 2, price: '12.50' }],
      totals: { total: '25.00' },
      shipping: { firstName: 'Ada' },
      mails: [],
    });
    const [row] = await rowsOf(shop.strapi, 'cartwright_carts', { document_id: documentId });
    const said = JSON.stringify([body, (await see('')).data]);
    expect(said).not.toContain(shopper.token);
    expect(said).not.toContain(String(row!['token_hash']));
  });

  it('stays as it is when somebody looks', async () => {
    const { documentId } = await cart();
    const before = await rowsOf(shop.strapi, 'cartwright_carts', { document_id: documentId });
    await staff.send('get', `/carts/${documentId}`);
    const after = await rowsOf(shop.strapi, 'cartwright_carts', { document_id: documentId });
    expect(after).toEqual(before);
  });

  it('that is not there is not found', async () => {
    expect((await staff.send('get', '/carts/nobody')).status).toBe(404);
  });
});
