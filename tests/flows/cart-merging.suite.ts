import { countRows, listen, type MadeProduct, makeProduct, rowsOf } from '../support/shop';
import { makeAccount, shopperOf, type TestShopper } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';
import type { Session } from './cart.suite';

export function cartMergingSuite(session: Session): void {
  let shop: RunningShop;
  beforeAll(async () => {
    shop = await startStrapi({ cartwright: { maxQuantityPerItem: 10, cart: { session } } });
  });
  afterAll(() => shop.stop());

  const visitor = (options = {}) => shopperOf(shop, options);
  const product = (wish = {}) => makeProduct(shop.strapi, wish);
  const quantities = ({
    body,
  }: {
    body: { data: { items: { sku: string; quantity: number }[] } };
  }) => Object.fromEntries(body.data.items.map(({ sku, quantity }) => [sku, quantity]));
  const refusal = ({
    body,
    status,
  }: {
    status: number;
    body: { error?: { details: { code: string } } };
  }) => [status, body.error?.details.code];
  const merge = (who: TestShopper, token: string | null, strategy?: string) =>
    who.send('post', '/cart/merge', { token, ...(strategy ? { strategy } : {}) });

  async function guestWith(items: [MadeProduct, number][]): Promise<TestShopper> {
    const guest = visitor();
    for (const [{ sku }, quantity] of items) await guest.add(sku, quantity);
    return guest;
  }

  describe('at login (6.6)', () => {
    it('C-19, D-16: the guest’s cart joins the account’s, whole, once, and its token is spent', async () => {
      const [mug, pen] = [await product(), await product()];
      const account = await makeAccount(shop.strapi);
      await visitor({ jwt: account.jwt }).add(mug.sku, 1);
      const guest = await guestWith([
        [mug, 2],
        [pen, 3],
      ]);
      const merged = listen(shop.strapi, 'cartwright.cart.merged');
      const token = guest.token!;
      const both = visitor({ jwt: account.jwt, token });
      expect(quantities(await both.cart())).toEqual({ [mug.sku]: 3, [pen.sku]: 3 });
      expect(both.token).toBeNull();
      expect(quantities(await both.cart())).toEqual({ [mug.sku]: 3, [pen.sku]: 3 });
      expect(merged).toHaveLength(1);
      expect((await visitor({ token }).cart()).body.data.items).toEqual([]);
      expect(
        await rowsOf(shop.strapi, 'cartwright_carts', { account: account.documentId })
      ).toEqual([expect.objectContaining({ status: 'open', token_hash: null })]);
    });

    it('D-19: an account without a cart gets the guest’s, with what the guest said and chose', async () => {
      const mug = await product();
      const { jwt } = await makeAccount(shop.strapi);
      const guest = await guestWith([[mug, 2]]);
      await guest.say({ email: 'guest@example.com' });
      const { body } = await visitor({ jwt, token: guest.token! }).add(mug.sku, 1);
      expect(body.data).toMatchObject({ email: 'guest@example.com', totalQuantity: 3 });
      expect((await visitor({ jwt }).cart()).body.data.totalQuantity).toBe(3);
    });

    it('D-46: the token is taken away by every answer that took the cart in, and by no refusal', async () => {
      const mug = await product();
      for (const path of [
        '/cart',
        '/cart/export',
        '/cart/shipping-options',
        '/cart/upsells',
        '/checkout',
      ]) {
        const { jwt } = await makeAccount(shop.strapi);
        const { token } = await guestWith([[mug, 2]]);
        const member = visitor({ jwt, token: token! });
        expect((await member.setQuantity('not-a-line', 1)).status).toBe(404);
        expect(member.token).toBe(token);
        expect((await member.send('get', path)).status).toBe(200);
        expect(member.token).toBeNull();
        expect((await member.cart()).body.data.totalQuantity).toBe(2);
      }
    });

    it('ten requests that bring both at once join once', async () => {
      const mug = await product();
      const { jwt } = await makeAccount(shop.strapi);
      await visitor({ jwt }).add(mug.sku, 1);
      const { token } = await guestWith([[mug, 2]]);
      await Promise.all(Array.from({ length: 10 }, () => visitor({ jwt, token: token! }).cart()));
      expect((await visitor({ jwt }).cart()).body.data.totalQuantity).toBe(3);
    });

    it('a cart that was ordered joins nothing, and a stranger’s token neither', async () => {
      const mug = await product();
      const { jwt } = await makeAccount(shop.strapi);
      const guest = await guestWith([[mug, 2]]);
      const token = guest.token!;
      expect((await guest.checkout()).status).toBe(201);
      const member = visitor({ jwt, token });
      expect((await member.add(mug.sku, 1)).body.data.totalQuantity).toBe(1);
      expect(member.token).toBeNull();
      expect((await visitor({ jwt, token: 'nonsense' }).cart()).body.data.totalQuantity).toBe(1);
    });

    it('adds, a merge and a checkout that race lose nothing', async () => {
      const mug = await product({ unitPrice: 1 });
      const { jwt, documentId } = await makeAccount(shop.strapi);
      const pens = await Promise.all(Array.from({ length: 8 }, () => product()));
      const { token } = await guestWith([[mug, 2]]);
      const member = () => visitor({ jwt, token: token! });
      await visitor({ jwt }).add(mug.sku, 1);
      const answers = await Promise.all([
        ...pens.map(({ sku }) => member().add(sku, 1)),
        member().cart(),
        member().checkout(),
      ]);
      for (const { status } of answers) expect([200, 201, 409]).toContain(status);
      const carts = await rowsOf(shop.strapi, 'cartwright_carts', { account: documentId });
      let total = 0;
      for (const { document_id } of carts) {
        const lines = await rowsOf(shop.strapi, 'cartwright_cart_items', {
          cart_document_id: document_id,
        });
        total += lines.reduce((sum, { quantity }) => sum + Number(quantity), 0);
      }
      const added = answers.slice(0, 8).filter(({ status }) => status < 300).length;
      expect(total).toBe(3 + added);
    });
  });

  describe('by call (6.6)', () => {
    it.each([
      ['add', 2, 3, 5],
      [undefined, 2, 3, 5],
      ['replace', 2, 5, 5],
      ['keep_higher', 3, 7, 7],
      ['keep_higher', 7, 3, 7],
    ])('D-15: %s of %i and %i makes %i', async (strategy, own, other, expected) => {
      const mug = await product();
      const into = await guestWith([[mug, own]]);
      const from = await guestWith([[mug, other]]);
      expect(quantities(await merge(into, from.token, strategy))).toEqual({ [mug.sku]: expected });
      expect((await from.cart()).body.data.items).toEqual([]);
    });

    it('D-14: clamps to the maximum and says so; a line that is over it already stays', async () => {
      const mug = await product();
      const into = await guestWith([[mug, 6]]);
      const from = await guestWith([[mug, 6]]);
      const { body } = await merge(into, from.token);
      expect(body.data.items[0].quantity).toBe(10);
      expect(body.data.notices).toEqual([
        { code: 'quantity_clamped', itemId: body.data.items[0].id, requested: 12, quantity: 10 },
      ]);
      expect((await into.cart()).body.data.notices).toEqual([]);
    });

    it('D-18: refuses an unknown strategy and an unknown token; itself and an empty cart change nothing', async () => {
      const mug = await product();
      const into = await guestWith([[mug, 5]]);
      expect(refusal(await merge(into, (await guestWith([[mug, 1]])).token, 'sum'))).toEqual([
        400,
        'invalid_input',
      ]);
      const before = await countRows(shop.strapi);
      expect(refusal(await merge(into, 'nobody-has-this'))).toEqual([404, 'not_found']);
      expect(refusal(await merge(visitor(), 'nobody-has-this'))).toEqual([404, 'not_found']);
      expect(await countRows(shop.strapi)).toEqual(before);
      const { body } = await merge(into, into.token);
      expect(body.data).toMatchObject({ totalQuantity: 5, version: 1 });
      const empty = await guestWith([[mug, 1]]);
      await empty.clear();
      expect(quantities(await merge(into, empty.token))).toEqual({ [mug.sku]: 5 });
    });

    it('a cart that was ordered is not taken in', async () => {
      const mug = await product();
      const [into, ordered] = [await guestWith([[mug, 1]]), await guestWith([[mug, 1]])];
      await ordered.checkout();
      expect(refusal(await merge(into, ordered.token))).toEqual([409, 'cart_checked_out']);
      expect((await into.cart()).body.data.totalQuantity).toBe(1);
    });

    it('D-17, CM2: the price is the live one, wherever the line comes from', async () => {
      const mug = await product({ unitPrice: 15 });
      const into = visitor();
      const { body, status } = await merge(into, (await guestWith([[mug, 2]])).token);
      expect(status).toBe(201);
      expect(body.data.totals.total).toBe('30.00');
      expect((await into.cart()).body.data.totalQuantity).toBe(2);
    });

    it('two carts that are merged into each other at once end as one, with everything in it', async () => {
      const [mug, pen] = [await product(), await product()];
      const [a, b] = [await guestWith([[mug, 2]]), await guestWith([[pen, 3]])];
      const answers = await Promise.all([merge(a, b.token), merge(b, a.token)]);
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses[0]).toBeLessThan(300);
      const left = [await a.cart(), await b.cart()].map(quantities);
      const whole = left.filter((cart) => cart[mug.sku] === 2 && cart[pen.sku] === 3);
      expect(whole).toHaveLength(1);
    });
  });

  describe('export and restore (6.7)', () => {
    const exported = async (who: TestShopper) => (await who.send('get', '/cart/export')).body.data;
    const restore = (who: TestShopper, payload: unknown) =>
      who.send('post', '/cart/restore', payload);

    it('D-39: carries a cart to another session at today’s prices, and adds to what is there', async () => {
      const mug = await product({ unitPrice: 15 });
      const engraved = await product();
      const from = await guestWith([[mug, 3]]);
      await from.add(engraved.sku, 1, { data: { name: 'Ada' } });
      const payload = await exported(from);
      expect(payload.items[0]).toMatchObject({ quantity: 3, unitPrice: '15.00' });
      payload.items[0].unitPrice = '0.01';
      const to = await guestWith([[mug, 1]]);
      const { body } = await restore(to, payload);
      expect(quantities({ body })).toEqual({ [mug.sku]: 4, [engraved.sku]: 1 });
      expect(body.data.totals.total).toBe('70.00');
      expect(body.data.items[1].data).toEqual({ name: 'Ada' });
    });

    it('leaves out what cannot be sold, clamps what is too much, and tells both', async () => {
      const [mug, gone, scarce] = [await product(), await product(), await product()];
      const from = await guestWith([
        [mug, 8],
        [gone, 1],
        [scarce, 5],
      ]);
      const payload = await exported(from);
      const { strapi } = shop;
      await strapi.documents('plugin::cartwright.product' as never).unpublish({
        documentId: gone.documentId,
      } as never);
      await strapi.db
        .connection('cartwright_product_variations')
        .where({ sku: scarce.sku })
        .update({ stock: 2 });
      const { body } = await restore(await guestWith([[mug, 4]]), payload);
      expect(quantities({ body })).toEqual({ [mug.sku]: 10, [scarce.sku]: 2 });
      expect(body.data.notices).toMatchObject([
        { code: 'quantity_clamped', requested: 8, quantity: 6 },
        { code: 'item_dropped' },
        { code: 'quantity_clamped', requested: 5, quantity: 2 },
      ]);
    });

    it('leaves no cart behind when nothing of it can be sold, and refuses nonsense', async () => {
      const before = await countRows(shop.strapi);
      const item = { type: 'api::nothing.nothing', documentId: 'gone', quantity: 1 };
      const payload = { version: 1, items: [item] };
      expect(refusal(await restore(visitor(), payload))).toEqual([422, 'not_for_sale']);
      for (const nonsense of [
        {},
        { version: 2, items: [item] },
        { version: 1, items: [] },
        { version: 1, items: [{ ...item, quantity: 0 }] },
        { version: 1, items: [{ ...item, price: 1 }] },
      ]) {
        expect((await restore(visitor(), nonsense)).status).toBe(400);
      }
      expect(await countRows(shop.strapi)).toEqual(before);
    });
  });

  describe('events, once each (6.10)', () => {
    it('D-48: added, added again, updated, removed, cleared, checked out', async () => {
      const [mug, pen] = [await product(), await product()];
      const names = ['item_added', 'item_updated', 'item_removed', 'cleared', 'checked_out'];
      const heard = listen(shop.strapi, ...names.map((name) => `cartwright.cart.${name}`));
      const who = visitor();
      const { body } = await who.add(mug.sku, 2);
      await who.add(mug.sku, 1);
      await who.setQuantity(body.data.items[0].id, 5);
      await who.setQuantity(body.data.items[0].id, 5);
      await who.setQuantity(body.data.items[0].id, 0);
      await who.add(pen.sku, 1);
      await who.clear();
      await who.clear();
      await who.add(pen.sku, 1, {}, { 'Idempotency-Key': 'a-key-of-this-test-1' });
      await who.add(pen.sku, 1, {}, { 'Idempotency-Key': 'a-key-of-this-test-1' });
      await who.add(pen.sku, 100);
      await who.checkout();
      await who.checkout();
      expect(heard.map(({ name }) => name.replace('cartwright.cart.', ''))).toEqual([
        'item_added',
        'item_added',
        'item_updated',
        'item_removed',
        'item_added',
        'cleared',
        'item_added',
        'checked_out',
      ]);
      expect(heard[1]?.payload).toMatchObject({ sku: mug.sku, quantity: 3, quantityBefore: 2 });
    });
  });
}
