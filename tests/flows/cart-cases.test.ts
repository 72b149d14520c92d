import { UIDS } from '../../content-types/uids';
import {
  changeVariation,
  documents,
  type Entry,
  listen,
  makeProduct,
  rowsOf,
} from '../support/shop';
import { DETAILS, makeAccount, shopperOf } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

/**
 * What other shops' suites say of carts, and was not said elsewhere: through HTTP, with the ids of the cases. Cases of
 * figures alone are in server/services/pricing/cases.test.ts, with the list of those that are left out.
 */
let shop: RunningShop;
beforeAll(async () => {
  shop = await startStrapi({
    cartwright: {
      shipping: { options: [{ code: 'post', label: 'Post', amount: '3.45', freeFrom: '1000' }] },
    },
  });
});
afterAll(() => shop.stop());

type Shopper = ReturnType<typeof shopperOf>;
const enter = (who: Shopper, { code }: Entry) => who.send('put', '/cart/discount-code', { code });
const takeOff = (who: Shopper) => who.send('delete', '/cart/discount-code');
const exportOf = async (who: Shopper) => (await who.send('get', '/cart/export')).body.data;
const restore = (who: Shopper, payload: object) => who.send('post', '/cart/restore', payload);

let codes = 0;
const makeCode = (wish: object = {}) =>
  documents(shop.strapi, UIDS.discountCode).create({
    data: {
      title: 'Code',
      code: `CASE-${(codes += 1)}`,
      active: true,
      discountPercent: 10,
      ...wish,
    },
  });

async function withCart(unitPrice = '50.00', quantity = 1) {
  const product = await makeProduct(shop.strapi, { unitPrice });
  const who = shopperOf(shop);
  await who.add(product.sku, quantity);
  return { who, ...product };
}

describe('a code in an exported cart', () => {
  it('D-41: comes back with it', async () => {
    const { who } = await withCart();
    const code = await makeCode();
    await enter(who, code);
    const payload = await exportOf(who);
    expect(payload.discountCode).toBe(code.code);
    const { body } = await restore(shopperOf(shop), payload);
    expect(body.data.discountCode).toMatchObject({ code: code.code, amount: '5.00' });
  });

  it('D-41: is not there when the cart has none, and may be left out', async () => {
    const { who } = await withCart();
    const { discountCode, ...payload } = await exportOf(who);
    expect(discountCode).toBeNull();
    const { body, status } = await restore(shopperOf(shop), payload);
    expect([status, body.data.discountCode]).toEqual([201, null]);
  });

  it('D-41: that was deleted meanwhile is dropped with a notice, and the lines are there', async () => {
    const { who } = await withCart();
    const code = await makeCode();
    await enter(who, code);
    const payload = await exportOf(who);
    await documents(shop.strapi, UIDS.discountCode).delete({ documentId: code.documentId });
    const { body } = await restore(shopperOf(shop), payload);
    expect(body.data).toMatchObject({
      discountCode: null,
      totalQuantity: 1,
      notices: [{ code: 'discount_code_dropped', reason: 'unknown' }],
    });
  });

  it('does not displace the one of the cart that it is restored into', async () => {
    const { who } = await withCart();
    const own = await makeCode({ discountPercent: 20 });
    await enter(who, own);
    const other = await withCart();
    await enter(other.who, await makeCode());
    const { body } = await restore(who, await exportOf(other.who));
    expect(body.data.discountCode).toMatchObject({ code: own.code, amount: '20.00' });
  });

  it('is compared without case and blanks, as when it is entered', async () => {
    const { who } = await withCart();
    const code = await makeCode();
    const payload = {
      ...(await exportOf(who)),
      discountCode: ` ${String(code.code).toLowerCase()} `,
    };
    const { body } = await restore(shopperOf(shop), payload);
    expect(body.data.discountCode).toMatchObject({ code: code.code });
  });
});

describe('a code that comes and goes', () => {
  it('FS8: with free shipping gives the charge back when it is taken off', async () => {
    const { who } = await withCart();
    const free = await enter(who, await makeCode({ discountPercent: null, freeShipping: true }));
    expect(free.body.data.totals).toMatchObject({ shipping: '0.00', total: '50.00' });
    const without = await takeOff(who);
    expect(without.body.data.totals).toMatchObject({ shipping: '3.45', total: '53.45' });
  });

  it('taken off tells what else has changed since the last answer, once', async () => {
    const { who, sku } = await withCart();
    await enter(who, await makeCode());
    await changeVariation(shop.strapi, sku, { unitPrice: '40.00' });
    const { body } = await takeOff(who);
    expect(body.data.notices).toMatchObject([
      { code: 'price_changed', from: '50.00', to: '40.00' },
    ]);
    expect((await who.cart()).body.data.notices).toEqual([]);
  });

  it('that took nothing off and holds no more is told once, too', async () => {
    const { who } = await withCart();
    const idle = await makeCode({ discountPercent: null, discountExact: 100 });
    expect((await enter(who, idle)).body.data.discountCode).toMatchObject({ amount: '0.00' });
    await documents(shop.strapi, UIDS.discountCode).update({
      documentId: idle.documentId,
      data: { active: false },
    });
    expect((await who.cart()).body.data.notices).toMatchObject([
      { code: 'discount_code_dropped', reason: 'inactive' },
    ]);
    expect((await who.cart()).body.data.notices).toEqual([]);
  });

  it('made smaller by an editor must be accepted once, even when the total stays the same', async () => {
    const { who } = await withCart('1000.00');
    const code = await makeCode({ discountPercent: null, discountDeduct: '3.45' });
    const before = await enter(who, code);
    expect(before.body.data.totals).toMatchObject({ shipping: '3.45', total: '1000.00' });
    await documents(shop.strapi, UIDS.discountCode).update({
      documentId: code.documentId,
      data: { discountDeduct: 0 },
    });
    const refused = await who.checkout();
    expect([refused.status, refused.body.error?.details.code]).toEqual([409, 'cart_changed']);
    expect(refused.body.error.details.cart.totals).toMatchObject({
      discount: '0.00',
      shipping: '0.00',
      total: '1000.00',
    });
    expect((await who.checkout()).status).toBe(201);
  });

  it('taken off where there is none changes nothing, not even the version', async () => {
    const { who } = await withCart();
    const { version } = (await who.cart()).body.data;
    expect((await takeOff(who)).body.data.version).toBe(version);
    expect((await takeOff(shopperOf(shop))).body.data.items).toEqual([]);
  });
});

describe('a write that comes too late', () => {
  it('is shown the fresh cart with its code, as the next answer shows it', async () => {
    const { who, sku } = await withCart();
    const code = await makeCode();
    await enter(who, code);
    const { status, body } = await who.add(sku, 1, {}, { 'If-Match': '1' });
    expect(status).toBe(412);
    const fresh = (await who.cart()).body.data;
    expect(fresh.discountCode).toMatchObject({ code: code.code, amount: '5.00' });
    expect(body.error.details.cart).toEqual(fresh);
  });
});

describe('figures that are shown', () => {
  it('D-35, D-36: are those of this moment after every write', async () => {
    const { who, sku } = await withCart('10.00');
    const totals: unknown[] = [];
    const note = ({ body }: { body: { data: { totals: { total: string } } } }) =>
      totals.push(body.data.totals.total);
    note(await who.add(sku, 2));
    const [line] = (await who.cart()).body.data.items;
    note(await who.setQuantity(line.id, 5));
    note(await enter(who, await makeCode()));
    note(await takeOff(who));
    note(await who.remove(line.id));
    expect(totals).toEqual(['33.45', '53.45', '48.45', '53.45', '0.00']);
  });
});

describe('one cart, two handles', () => {
  it('CM4, D-31: checked out from both at once makes one order, one use, one event', async () => {
    const { who } = await withCart();
    const code = await makeCode({ maxUses: 5 });
    await enter(who, code);
    const heard = listen(shop.strapi, 'cartwright.cart.checked_out', 'cartwright.order.placed');
    const twin = shopperOf(shop, { token: who.token! });
    const answers = await Promise.all([who.checkout(), twin.checkout()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    const numbers = new Set(answers.map(({ body }) => body.data.order.number));
    expect(numbers.size).toBe(1);
    const [row] = await rowsOf(shop.strapi, 'cartwright_discount_codes', { code: code.code });
    expect(Number(row?.['used_count'])).toBe(1);
    const about = heard.map(({ name }) => name).sort();
    expect(about).toEqual(['cartwright.cart.checked_out', 'cartwright.order.placed']);
  });
});

describe('a listener that fails', () => {
  it('costs the shopper nothing, and nobody the other facts of the same write', async () => {
    const [mug, pen] = [await makeProduct(shop.strapi), await makeProduct(shop.strapi)];
    let times = 0;
    const fail = () => {
      times += 1;
      return times === 1 ? Promise.reject(new Error('the listener is broken')) : Promise.resolve();
    };
    shop.strapi.eventHub.on('cartwright.cart.item_added', fail);
    const heard = listen(shop.strapi, 'cartwright.cart.item_added');
    const { status } = await shopperOf(shop).bulk('add', [{ sku: mug.sku }, { sku: pen.sku }]);
    shop.strapi.eventHub.off('cartwright.cart.item_added', fail);
    expect([status, times]).toEqual([201, 2]);
    expect(heard.map(({ payload }) => (payload as { sku: string }).sku)).toContain(pen.sku);
  });
});

describe('a guest who logs in', () => {
  it('and whose page sends six requests at once gets the cart joined once, and no refusal', async () => {
    const { jwt } = await makeAccount(shop.strapi);
    const mug = await makeProduct(shop.strapi);
    await shopperOf(shop, { jwt }).add(mug.sku, 1);
    const { who, sku } = await withCart('50.00', 2);
    const tabs = Array.from({ length: 6 }, () => shopperOf(shop, { jwt, token: who.token! }));
    const answers = await Promise.all(
      tabs.map((tab, index) => (index % 2 === 0 ? tab.cart() : tab.add(sku, 1)))
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    const { items } = (await shopperOf(shop, { jwt }).cart()).body.data;
    expect(
      Object.fromEntries(
        items.map((item: { sku: string; quantity: number }) => [item.sku, item.quantity])
      )
    ).toEqual({ [mug.sku]: 1, [sku]: 5 });
  });

  it.each<
    [string, (who: Shopper, sku: string) => Promise<{ body: { data: { notices: unknown } } }>]
  >([
    ['reads the cart', (who) => who.cart()],
    ['adds something', (who, sku) => who.add(sku)],
    ['takes a code off', (who) => takeOff(who)],
  ])('and %s is told what was too much', async (_, act) => {
    const { jwt } = await makeAccount(shop.strapi);
    const pen = await makeProduct(shop.strapi);
    const { who, sku } = await withCart('1.00', 600);
    const account = shopperOf(shop, { jwt });
    await account.add(sku, 600);
    await enter(account, await makeCode());
    const { body } = await act(shopperOf(shop, { jwt, token: who.token! }), pen.sku);
    expect(body.data.notices).toMatchObject([
      { code: 'quantity_clamped', requested: 1200, quantity: 1000 },
    ]);
    expect((await account.cart()).body.data.notices).toEqual([]);
  });

  it('after ordering as a guest keeps the order, and joins nothing', async () => {
    const { jwt } = await makeAccount(shop.strapi);
    const { who } = await withCart();
    expect((await who.checkout()).status).toBe(201);
    const { status, body } = await shopperOf(shop, { jwt, token: who.token! }).cart();
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ totalQuantity: 1, status: 'checked_out' });
  });
});

describe('an Idempotency-Key', () => {
  it('of yesterday counts as new, and is remembered anew', async () => {
    const { who, sku } = await withCart();
    const key = { 'Idempotency-Key': 'a-key-that-lives-a-day' };
    const quantity = async () => (await who.add(sku, 1, {}, key)).body.data.totalQuantity;
    expect([await quantity(), await quantity()]).toEqual([2, 2]);
    // Keys are kept hashed; those of the other tests are answered and done with.
    await shop.strapi.db
      .connection('cartwright_idempotency_keys')
      .update({ created_at: new Date(Date.now() - 25 * 60 * 60 * 1000) });
    expect([await quantity(), await quantity()]).toEqual([3, 3]);
  });
});

describe('an account (D-51)', () => {
  it('has one open cart wherever it is, and an ordered one stays as it was', async () => {
    const { jwt, documentId } = await makeAccount(shop.strapi);
    const { sku } = await makeProduct(shop.strapi);
    const desk = shopperOf(shop, { jwt });
    const phone = shopperOf(shop, { jwt });
    await desk.add(sku, 2);
    expect((await phone.cart()).body.data.totalQuantity).toBe(2);
    expect((await phone.checkout(DETAILS)).status).toBe(201);
    await desk.add(sku, 1);
    const carts = await rowsOf(shop.strapi, 'cartwright_carts', { account: documentId });
    expect(carts.map(({ status }) => status)).toEqual(['checked_out', 'open']);
    expect((await phone.cart()).body.data.totalQuantity).toBe(1);
  });
});
