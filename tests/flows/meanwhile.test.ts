import { UIDS } from '../../content-types/uids';
import type { TaxRequest } from '../../server/providers/tax';
import {
  changeVariation,
  countRows,
  documents,
  type Entry,
  makeProduct,
  stockOf,
} from '../support/shop';
import { shopperOf, type TestShopper } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

/**
 * What happens to an order while it is being priced: between the moment its figures were decided, and the transaction
 * that writes it. A tax provider is asked in between, and lets something happen there: no luck is needed.
 */
let shop: RunningShop;
let meanwhile: (() => Promise<unknown>) | null = null;

beforeAll(async () => {
  shop = await startStrapi({
    cartwright: {
      providers: {
        tax: {
          name: 'slow',
          tax: async ({ items }: TaxRequest) => {
            const happening = meanwhile;
            meanwhile = null;
            await happening?.();
            return { items: items.map(() => null), shipping: null };
          },
        },
      },
    },
  });
});
afterAll(() => shop.stop());

let codes = 0;
async function code(wish: object = {}): Promise<Entry> {
  const name = `MEANWHILE-${(codes += 1)}`;
  return documents(shop.strapi, UIDS.discountCode).create({
    data: { title: name, code: name, active: true, discountPercent: 10, ...wish },
  });
}
const change = ({ documentId }: Entry, data: object) =>
  documents(shop.strapi, UIDS.discountCode).update({ documentId, data });
const usesOf = async ({ documentId }: Entry) =>
  (await documents(shop.strapi, UIDS.discountCode).findOne({ documentId })).usedCount;

async function withCode(entered: Entry, email = 'ada@example.com') {
  const { sku } = await makeProduct(shop.strapi, { unitPrice: '20.00', stock: 5 });
  const who = shopperOf(shop);
  await who.add(sku);
  await who.say({ email });
  const { body } = await who.send('put', '/cart/discount-code', { code: entered.code });
  expect(body.data.totals.total).toBe('18.00');
  return { who, sku, email };
}

/** Orders while something else happens, and tells the refusal. */
async function orderWhile(
  { who, email }: { who: TestShopper; email: string },
  happens: () => Promise<unknown>
) {
  meanwhile = happens;
  const { status, body } = await who.checkout({ email });
  expect([status, body.error?.details.code]).toEqual([409, 'cart_changed']);
  return body.error.details.cart;
}

describe('while an order is being priced', () => {
  it('ST22: somebody else takes the last use of its code', async () => {
    const last = await code({ maxUses: 1 });
    const ada = await withCode(last);
    const bob = await withCode(last, 'bob@example.com');
    const cart = await orderWhile(ada, async () => {
      expect((await bob.who.checkout({ email: bob.email })).status).toBe(201);
    });
    expect(cart.notices).toEqual([
      { code: 'discount_code_dropped', reason: 'exhausted', by: 'all' },
    ]);
    expect(await usesOf(last)).toBe(1);
    expect(await stockOf(shop.strapi, ada.sku)).toBe(5);
    const again = await ada.who.checkout({ email: ada.email });
    expect(again.body.data.order).toMatchObject({ discountCode: null, totals: { total: '20.00' } });
  });

  it('the same customer uses up her own limit from another cart', async () => {
    const once = await code({ maxUsesPerCustomer: 1 });
    const desk = await withCode(once);
    const phone = await withCode(once);
    const cart = await orderWhile(desk, async () => {
      expect((await phone.who.checkout({ email: phone.email })).status).toBe(201);
    });
    expect(cart.notices).toEqual([
      { code: 'discount_code_dropped', reason: 'exhausted', by: 'customer' },
    ]);
    expect(await usesOf(once)).toBe(1);
  });

  it('another customer with the same code does not stand in its way', async () => {
    const once = await code({ maxUsesPerCustomer: 1, maxUses: 2 });
    const ada = await withCode(once);
    const bob = await withCode(once, 'bob@example.com');
    meanwhile = () => bob.who.checkout({ email: bob.email });
    expect((await ada.who.checkout({ email: ada.email })).status).toBe(201);
    expect(await usesOf(once)).toBe(2);
  });

  it('an editor makes its code smaller: nobody pays less than the code gives now', async () => {
    const tenth = await code();
    const ada = await withCode(tenth);
    const cart = await orderWhile(ada, () => change(tenth, { discountPercent: 5 }));
    expect(cart.totals.total).toBe('19.00');
    expect(await usesOf(tenth)).toBe(0);
    const again = await ada.who.checkout({ email: ada.email });
    expect(again.body.data.order.totals.total).toBe('19.00');
    expect(await usesOf(tenth)).toBe(1);
  });

  it('an editor switches its code off', async () => {
    const off = await code();
    const ada = await withCode(off);
    const cart = await orderWhile(ada, () => change(off, { active: false }));
    expect(cart.notices).toMatchObject([{ code: 'discount_code_dropped', reason: 'inactive' }]);
  });

  it('an editor deletes its code', async () => {
    const gone = await code();
    const ada = await withCode(gone);
    const cart = await orderWhile(ada, () =>
      documents(shop.strapi, UIDS.discountCode).delete({ documentId: gone.documentId })
    );
    expect(cart.notices).toMatchObject([{ code: 'discount_code_dropped', reason: 'unknown' }]);
  });

  it('its last unit is sold: it says how many are left, and gives the use of its code back', async () => {
    const tenth = await code();
    const ada = await withCode(tenth);
    meanwhile = () => changeVariation(shop.strapi, ada.sku, { stock: 0 });
    const { status, body } = await ada.who.checkout({ email: ada.email });
    expect([status, body.error.details]).toMatchObject([
      409,
      { code: 'insufficient_stock', sku: ada.sku, available: 0 },
    ]);
    expect(await usesOf(tenth)).toBe(0);
  });

  it('its price or its cart changes: nothing is written', async () => {
    const tenth = await code();
    const cases: ((sku: string, who: TestShopper) => Promise<unknown>)[] = [
      (sku) => changeVariation(shop.strapi, sku, { unitPrice: '30.00' }),
      (sku, { token }) => shopperOf(shop, { token: token! }).add(sku),
    ];
    for (const happens of cases) {
      const ada = await withCode(tenth);
      const { cartwright_orders: before } = await countRows(shop.strapi);
      await orderWhile(ada, () => happens(ada.sku, ada.who));
      expect((await countRows(shop.strapi)).cartwright_orders).toBe(before);
      expect(await usesOf(tenth)).toBe(0);
    }
  });
});
