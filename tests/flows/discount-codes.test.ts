import { UIDS } from '../../content-types/uids';
import { countStatements } from '../support/count-statements';
import { type Entry, changeVariation, documents, listen, makeProduct } from '../support/shop';
import { shopperOf } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

let shop: RunningShop;
beforeAll(async () => {
  shop = await startStrapi({
    cartwright: {
      shipping: {
        options: [{ code: 'post', label: 'Post', amount: '4.95', freeFrom: '100.00' }],
      },
    },
  });
});
afterAll(() => shop.stop());

type Fields = Record<string, unknown>;
let made = 0;

/** 10 % off the cart, active and without limits, unless said otherwise. */
async function code(wish: Fields = {}): Promise<Entry> {
  const name = `CODE-${(made += 1)}`;
  const discounts = ['discountDeduct', 'discountPercent', 'discountExact', 'freeShipping'];
  const fallback = discounts.some((field) => field in wish) ? {} : { discountPercent: 10 };
  return documents(shop.strapi, UIDS.discountCode).create({
    data: { title: name, code: name, active: true, ...fallback, ...wish },
  });
}
const entered = ({ code: text }: Entry) => ({ code: text });
const visitor = () => shopperOf(shop);
const enter = (who: ReturnType<typeof visitor>, text: unknown) =>
  who.send('put', '/cart/discount-code', { code: text });
const refusal = ({ body, status }: { body: { error?: { details: Fields } }; status: number }) => [
  status,
  body.error?.details.code,
];
const usesOf = async ({ documentId }: Entry) =>
  (await documents(shop.strapi, UIDS.discountCode).findOne({ documentId })).usedCount;

/** A shopper with one line of 2 × 20.00. */
async function withCart(price: number | string = 20, quantity = 2) {
  const product = await makeProduct(shop.strapi, { unitPrice: price });
  const who = visitor();
  await who.add(product.sku, quantity);
  return { who, ...product };
}

describe('a discount code on the cart (5.1, 5.3)', () => {
  it('D-25, DI12: takes its percentage off, and each line tells its share', async () => {
    const { who } = await withCart();
    const { body, status } = await enter(who, ` ${String((await code()).code).toLowerCase()} `);
    expect(status).toBe(200);
    expect(body.data.discountCode).toMatchObject({ amount: '4.00', freeShipping: false });
    expect(body.data.totals).toMatchObject({
      subtotal: '40.00',
      discount: '4.00',
      shipping: '4.95',
      total: '40.95',
    });
    expect(body.data.items[0]).toMatchObject({ lineTotal: '40.00', discount: '4.00' });
  });

  it('D-26: never takes more than there is', async () => {
    const { who } = await withCart();
    const off = await enter(who, (await code({ discountDeduct: 500 })).code);
    expect(off.body.data.totals).toMatchObject({ discount: '40.00', total: '4.95' });
  });

  it('C-15, DI4, FS2: ships for free when it says so, as well as or instead of a reduction', async () => {
    const { who } = await withCart();
    const free = await enter(who, (await code({ freeShipping: true })).code);
    expect(free.body.data.totals).toMatchObject({ discount: '0.00', shipping: '0.00' });
    expect(free.body.data.shippingOption).toMatchObject({ code: 'post', amount: '0.00' });
    const both = await enter(who, (await code({ freeShipping: true, discountPercent: 50 })).code);
    expect(both.body.data.totals).toMatchObject({ discount: '20.00', total: '20.00' });
  });

  it('a second code replaces the first, and taking it off is a step of its own (5.4)', async () => {
    const { who } = await withCart();
    await enter(who, (await code({ discountPercent: 50 })).code);
    const second = await enter(who, (await code({ discountPercent: 10 })).code);
    expect(second.body.data.totals.discount).toBe('4.00');
    const version = Number(second.body.data.version);
    const off = await who.send('delete', '/cart/discount-code');
    expect(off.body.data).toMatchObject({ discountCode: null, version: version + 1 });
    expect(off.body.data.totals.discount).toBe('0.00');
    const again = await who.send('delete', '/cart/discount-code');
    expect(again.body.data.version).toBe(version + 1);
  });

  it('SA10, BG12: reduces what the sale left', async () => {
    const { who, sku } = await withCart(20, 1);
    await changeVariation(shop.strapi, sku, { salePrice: 15 });
    const { body } = await enter(who, (await code()).code);
    expect(body.data.totals).toMatchObject({ subtotal: '15.00', discount: '1.50' });
  });
});

describe('each refusal has its own reason (5.2)', () => {
  const NOW = Date.now();
  const at = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString();

  it.each([
    ['inactive', { active: false }],
    ['not_started', { validFrom: at(1) }],
    ['expired', { validTo: at(-1) }],
    ['exhausted', { maxUses: 0 }],
    ['not_applicable', { appliesTo: 'selection' }],
    ['minimum', { minPurchase: 40.01 }],
  ])('D-29, MN6, DI14: %s', async (reason, wish) => {
    const { who } = await withCart();
    const answer = await enter(who, (await code(wish)).code);
    expect(refusal(answer)).toEqual([422, `discount_code_${reason}`]);
    expect((await who.cart()).body.data).toMatchObject({ discountCode: null, version: 1 });
  });

  it('an unknown code, an empty cart, no code at all', async () => {
    const { who } = await withCart();
    expect(refusal(await enter(who, 'NOBODY-KNOWS'))).toEqual([422, 'discount_code_unknown']);
    expect(refusal(await enter(visitor(), (await code()).code))).toEqual([422, 'cart_empty']);
    for (const nonsense of ['', null, 7, {}, ['x']]) {
      expect(refusal(await enter(who, nonsense))).toEqual([400, 'invalid_input']);
    }
  });

  it('MN2: the minimum itself is enough', async () => {
    const { who } = await withCart();
    const answer = await enter(who, (await code({ minPurchase: 40 })).code);
    expect(answer.body.data.totals.discount).toBe('4.00');
  });
});

describe('a code on a selection (5.1, 5.3)', () => {
  it('C-13, DI28: deducts per unit of what was chosen, capped, and leaves the other lines alone', async () => {
    const { documentId, sku, who } = await withCart('19.99', 1);
    const cheap = await makeProduct(shop.strapi, { unitPrice: 5 });
    const other = await makeProduct(shop.strapi, { unitPrice: 50 });
    await who.add(cheap.sku, 4);
    await who.add(other.sku, 1);
    const selected = [documentId, cheap.documentId];
    const wish = { discountDeduct: 9, appliesTo: 'selection', products: selected };
    const { body } = await enter(who, (await code(wish)).code);
    expect(body.data.totals.discount).toBe('29.00');
    const shares = body.data.items.map((item: Fields) => [item.sku, item.discount]);
    expect(shares).toEqual([
      [sku, '9.00'],
      [cheap.sku, '20.00'],
      [other.sku, '0.00'],
    ]);
  });

  it('reaches the members of its categories: assigned, below, and matched by the option filter', async () => {
    const categories = documents(shop.strapi, UIDS.category);
    const top = await categories.create({ data: { title: 'Top' }, status: 'published' });
    const below = await categories.create({
      data: { title: 'Below', parent: top.documentId },
      status: 'published',
    });
    const assigned = await makeProduct(shop.strapi, {
      fields: { categories: [below.documentId] },
    });
    const matched = await makeProduct(shop.strapi, { options: { Size: ['XXL'] } });
    const [option] = await documents(shop.strapi, UIDS.productOption).findMany({
      filters: { name: 'XXL' },
    });
    const filtered = await categories.create({
      data: { title: 'Filtered', options: [option!.documentId] },
      status: 'published',
    });
    const outside = await makeProduct(shop.strapi);
    const wish = {
      discountPercent: 10,
      appliesTo: 'selection',
      categories: [top.documentId, filtered.documentId],
    };
    const selecting = await code(wish);
    const who = visitor();
    await who.add(outside.sku);
    expect(refusal(await enter(who, selecting.code))).toEqual([
      422,
      'discount_code_not_applicable',
    ]);
    await who.add(assigned.sku);
    await who.add(matched.sku);
    const { body } = await enter(who, selecting.code);
    expect(body.data.items.map(({ discount }: { discount: string }) => discount)).toEqual([
      '0.00',
      '1.00',
      '1.00',
    ]);
  });
});

describe('a code that stops being valid (5.4)', () => {
  it('is dropped from the totals with a notice, once, and placing asks for the new total', async () => {
    const { who } = await withCart();
    const doomed = await code();
    await enter(who, doomed.code);
    await documents(shop.strapi, UIDS.discountCode).update({
      documentId: doomed.documentId,
      data: { active: false },
    });
    const refused = await who.checkout();
    expect(refusal(refused)).toEqual([409, 'cart_changed']);
    const { cart } = refused.body.error.details;
    expect(cart).toMatchObject({
      discountCode: null,
      notices: [{ code: 'discount_code_dropped', reason: 'inactive' }],
    });
    expect((await who.cart()).body.data.notices).toEqual([]);
    const placed = await who.checkout();
    expect(placed.status).toBe(201);
    expect(placed.body.data.order).toMatchObject({ discountCode: null });
    expect(await usesOf(doomed)).toBe(0);
  });

  it('falls below its minimum when the cart shrinks, and says which minimum', async () => {
    const { who } = await withCart();
    const { body } = await enter(who, (await code({ minPurchase: 40 })).code);
    const [item] = body.data.items;
    const { body: shrunk } = await who.setQuantity(item.id, 1);
    expect(shrunk.data.notices).toEqual([
      { code: 'discount_code_dropped', reason: 'minimum', minPurchase: '40.00' },
    ]);
    expect(shrunk.data.totals.discount).toBe('0.00');
  });

  it('an editor who makes it smaller makes the shopper look again', async () => {
    const { who } = await withCart();
    const shrinking = await code({ discountPercent: 50 });
    await enter(who, shrinking.code);
    await documents(shop.strapi, UIDS.discountCode).update({
      documentId: shrinking.documentId,
      data: { discountPercent: 10 },
    });
    expect(refusal(await who.checkout())).toEqual([409, 'cart_changed']);
    expect((await who.checkout()).body.data.order.totals.discount).toBe('4.00');
  });

  it('is gone when its row is gone', async () => {
    const { who } = await withCart();
    const gone = await code();
    await enter(who, gone.code);
    await documents(shop.strapi, UIDS.discountCode).delete({ documentId: gone.documentId });
    expect((await who.cart()).body.data.notices).toEqual([
      { code: 'discount_code_dropped', reason: 'unknown' },
    ]);
  });
});

describe('the uses of a code (5.2, 5.5)', () => {
  it('D-31, C-17: one per order, however often it is asked for', async () => {
    const { who } = await withCart();
    const counted = await code({ maxUses: 5 });
    await enter(who, counted.code);
    const first = await who.checkout();
    expect(first.body.data.order.discountCode).toEqual({
      ...entered(counted),
      amount: '4.00',
      freeShipping: false,
    });
    expect((await who.checkout()).status).toBe(200);
    expect(await usesOf(counted)).toBe(1);
  });

  it('ST22, D-32: eight carts race for the last use: one discounted order, seven clear refusals', async () => {
    const last = await code({ maxUses: 1 });
    const shoppers = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { who } = await withCart();
        await enter(who, last.code);
        return who;
      })
    );
    const placed = listen(shop.strapi, 'cartwright.order.placed');
    const answers = await Promise.all(shoppers.map((who) => who.checkout()));
    expect(answers.map(refusal).sort()).toEqual([
      [201, undefined],
      ...Array.from({ length: 7 }, () => [409, 'cart_changed']),
    ]);
    expect(placed).toHaveLength(1);
    expect(await usesOf(last)).toBe(1);
    for (const { status, body } of answers.filter((answer) => answer.status !== 201)) {
      expect(status).toBe(409);
      expect(body.error.details.cart.notices).toMatchObject([
        { code: 'discount_code_dropped', reason: 'exhausted' },
      ]);
    }
  });

  it('a customer’s own limit follows the e-mail, also when two carts race', async () => {
    const once = await code({ maxUsesPerCustomer: 1 });
    const email = 'twice@example.com';
    const carts = await Promise.all([withCart(), withCart()]);
    for (const { who } of carts) {
      await who.say({ email });
      await enter(who, once.code);
    }
    const answers = await Promise.all(carts.map(({ who }) => who.checkout({ email })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await usesOf(once)).toBe(1);
    const { who } = await withCart();
    await enter(who, once.code);
    const said = await who.say({ email: 'TWICE@example.com' });
    expect(said.body.data.cart.notices).toMatchObject([
      { code: 'discount_code_dropped', reason: 'exhausted' },
    ]);
  });
});

describe('checkout takes a code, too', () => {
  it('by PATCH and POST, with the refusals of the cart; null takes it off', async () => {
    const { who } = await withCart();
    const half = await code({ discountPercent: 50 });
    expect(refusal(await who.say({ discountCode: 'NONSENSE' }))).toEqual([
      422,
      'discount_code_unknown',
    ]);
    const said = await who.say({ discountCode: half.code });
    expect(said.body.data.cart.totals.discount).toBe('20.00');
    const off = await who.say({ discountCode: null });
    expect(off.body.data.cart.totals.discount).toBe('0.00');
    expect(refusal(await who.checkout({ discountCode: 'NONSENSE' }))).toEqual([
      422,
      'discount_code_unknown',
    ]);
    const placed = await who.checkout({ discountCode: half.code });
    expect(placed.body.data.order.totals.discount).toBe('20.00');
    expect(await usesOf(half)).toBe(1);
  });
});

describe('what an editor saves (5.1)', () => {
  const save = (data: Fields) =>
    documents(shop.strapi, UIDS.discountCode).create({ data: { title: 'X', ...data } });

  it('D-27, D-28: is refused where it contradicts itself, and names the field', async () => {
    const wrong: [Fields, RegExp][] = [
      [{ code: 'A' }, /takes something off/],
      [{ code: 'A', discountPercent: 10, discountDeduct: 1 }, /Only one/],
      [{ code: 'A', discountPercent: 150 }, /100/],
      [{ code: 'A', discountDeduct: -1 }, /negative/],
      [{ code: 'A', discountDeduct: '1.005' }, /decimals/],
      [{ code: '  ', discountDeduct: 1 }, /needs a code/],
      [
        { code: 'A', discountDeduct: 1, validFrom: '2026-01-02', validTo: '2026-01-02' },
        /ends after/,
      ],
    ];
    for (const [data, message] of wrong) await expect(save(data)).rejects.toThrow(message);
    await expect(save({ code: 'A', discountPercent: 100 })).resolves.toMatchObject({ code: 'A' });
  });

  it('D-30: is normalised, unique whatever its case, and cloned under a code of its own', async () => {
    const { documentId, code: stored } = await save({ code: ' spring26 ', discountPercent: 5 });
    expect(stored).toBe('SPRING26');
    await expect(save({ code: 'Spring26', discountPercent: 5 })).rejects.toThrow(/has this code/);
    const cloning = documents(shop.strapi, UIDS.discountCode) as unknown as {
      clone(params: Fields): Promise<{ entries: Entry[] }>;
    };
    const clone = await cloning.clone({ documentId, data: {} });
    expect(clone.entries[0]).toMatchObject({ code: 'SPRING26-2', usedCount: 0 });
  });

  it('keeps the count of uses: it cannot be sent, nor the limit set below it', async () => {
    const { who } = await withCart();
    const used = await code({ maxUses: 5 });
    await enter(who, used.code);
    await who.checkout();
    const codes = documents(shop.strapi, UIDS.discountCode);
    const { documentId } = used;
    await codes.update({ documentId, data: { usedCount: 0 } });
    expect(await usesOf(used)).toBe(1);
    await expect(codes.update({ documentId, data: { maxUses: 0 } })).rejects.toThrow(/used 1/);
  });
});

describe('the figures explain themselves', () => {
  it('on the cart when asked, and on the order for good', async () => {
    const { who, sku } = await withCart(20, 2);
    await changeVariation(shop.strapi, sku, { salePrice: 15 });
    const ten = await code();
    await enter(who, ten.code);
    const { body } = await who.send('get', '/cart?explain=true');
    expect(body.data.items[0].explanation).toEqual([
      { step: 'list_price', unitPrice: '20.00', quantity: 2, amount: '40.00' },
      { step: 'sale', unitPrice: '15.00', amount: '-10.00' },
      { step: 'discount_code', code: ten.code, amount: '-3.00' },
      { step: 'total', amount: '27.00' },
    ]);
    expect(body.data.explanation).toEqual([
      { step: 'subtotal', amount: '30.00' },
      { step: 'discount_code', code: ten.code, amount: '-3.00' },
      { step: 'shipping', code: 'post', label: 'Post', amount: '4.95' },
      { step: 'total', amount: '31.95' },
    ]);
    expect((await who.cart()).body.data.explanation).toBeUndefined();
    const { token } = (await who.checkout()).body.data.order;
    const order = await who.send('get', `/orders/${String(token)}?explain=true`);
    expect(order.body.data.items[0].explanation).toEqual(body.data.items[0].explanation);
    expect(order.body.data.explanation).toEqual(body.data.explanation);
    const plain = await who.send('get', `/orders/${String(token)}`);
    expect(plain.body.data.explanation).toBeUndefined();
  });
});

describe('the number of statements', () => {
  const statementsOf = async (run: () => Promise<unknown>) =>
    (await countStatements(shop.strapi, run, { only: 'cartwright' })).statements.length;

  it('is at most 5 to read and 10 to write, whatever the code and the lines', async () => {
    const { who, documentId, sku } = await withCart();
    const counted: Record<string, number[]> = { read: [], written: [] };
    const count = async () => {
      counted.read!.push(await statementsOf(() => who.cart()));
      counted.written!.push(await statementsOf(() => who.add(sku)));
    };
    const selection = {
      discountPercent: 5,
      appliesTo: 'selection',
      products: [documentId],
    };
    for (const wish of [{}, selection]) {
      await enter(who, (await code(wish)).code);
      await count();
      const skus = await Promise.all(
        Array.from({ length: 10 }, async () => (await makeProduct(shop.strapi)).sku)
      );
      await who.bulk(
        'add',
        skus.map((one) => ({ sku: one }))
      );
      await count();
    }
    expect(counted.read).toEqual([3, 3, 4, 4]);
    expect(counted.written).toEqual([9, 9, 10, 10]);
  });
});
