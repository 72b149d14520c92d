import { createHash } from 'node:crypto';

import type { Response } from 'supertest';

import { UIDS } from '../../content-types/uids';
import type { CartItemDto } from '../../server/contracts/cart';
import { countStatements } from '../support/count-statements';
import { startStrapi, type RunningShop } from '../support/strapi';
import {
  changeVariation,
  countRows,
  documents,
  makeProduct,
  rowsOf,
  stockOf,
  type Entry,
  type ProductWish,
} from '../support/shop';
import {
  freshKey,
  makeAccount,
  shopperOf,
  type ShopperOptions,
  tokenInCookie,
} from '../support/shopper';

/** How the token of a cart travels: the whole suite holds for both. */
export type Session = 'header' | 'cookie';

export function cartSuite(session: Session): void {
  let shop: RunningShop;

  beforeAll(async () => {
    shop = await startStrapi({ cartwright: { currency: 'EUR', cart: { session } } });
  });
  afterAll(() => shop.stop());

  const product = (wish?: ProductWish) => makeProduct(shop.strapi, wish);
  const visitor = (options?: ShopperOptions) => shopperOf(shop, options);
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const cartRow = async (token: string) =>
    (await rowsOf(shop.strapi, 'cartwright_carts', { token_hash: hash(token) }))[0]!;
  /** The token that an answer gives out; undefined when it gives none. */
  const tokenOf = (answer: Response): string | undefined =>
    session === 'cookie' ? tokenInCookie(answer) : answer.headers['x-cart-token'];
  /** Beside the carrier, the token is shown where the front end has to keep it. */
  const tokenShown = (token: string | null) => (session === 'header' ? token : undefined);
  const refusal = (answer: Response) => [answer.status, answer.body.error?.details.code];

  describe('a visitor who only looks', () => {
    it('D-11 D-43 D-49 C-13: gets an empty cart, and no row is written', async () => {
      const before = await countRows(shop.strapi);
      const ada = visitor();
      for (let visit = 0; visit < 3; visit += 1) {
        const answer = await ada.cart().then(({ status, body }) => ({ status, body }));
        expect(answer).toMatchObject({
          status: 200,
          body: {
            data: {
              version: 0,
              currency: 'EUR',
              status: 'open',
              items: [],
              totalQuantity: 0,
              uniqueQuantity: 0,
              totals: { subtotal: '0.00', discount: '0.00', shipping: '0.00', tax: '0.00' },
              notices: [],
            },
          },
        });
        expect(answer.body.data.totals.total).toBe('0.00');
        expect(answer.body.data).not.toHaveProperty('token');
      }
      expect((await ada.clear()).body.data.items).toEqual([]);
      expect(await countRows(shop.strapi)).toEqual(before);
    });

    it('D-44: cannot change or remove what is not there, and still no row is written', async () => {
      const before = await countRows(shop.strapi);
      const ada = visitor();
      expect(refusal(await ada.setQuantity('nothing', 1))).toEqual([404, 'item_not_found']);
      expect(refusal(await ada.remove('nothing'))).toEqual([404, 'item_not_found']);
      expect(refusal(await ada.say({ email: 'ada@example.com' }))).toEqual([422, 'cart_empty']);
      expect(await countRows(shop.strapi)).toEqual(before);
    });

    it('D-43 D-45: with a token that is unknown, malformed or foreign has no cart', async () => {
      const ada = visitor();
      await ada.add((await product()).sku);
      const tokens = ['not-a-token', '3.14', '-', '99999', 'a'.repeat(2000), `${ada.token!}x`];
      const notMine = [...tokens, hash(ada.token!)];
      const before = await countRows(shop.strapi);
      for (const token of notMine) {
        const { body } = await visitor({ token }).cart();
        expect(body.data).toMatchObject({ version: 0, items: [] });
      }
      expect(await countRows(shop.strapi)).toEqual(before);
    });
  });

  describe('the first thing in a cart', () => {
    it('creates the cart with a secret token of at least 128 bits, stored as a hash only', async () => {
      const { sku } = await product({ title: 'First', unitPrice: 20 });
      const ada = visitor();
      const answer = await ada.add(sku);
      expect(answer.status).toBe(201);
      const token = tokenOf(answer)!;
      expect(answer.body.data.token).toBe(tokenShown(token));
      expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16);

      const row = await cartRow(token);
      expect(row).toMatchObject({ status: 'open', version: 1, currency: 'EUR' });
      for (const table of ['cartwright_carts', 'cartwright_cart_items', 'cartwright_events']) {
        const stored = JSON.stringify(await rowsOf(shop.strapi, table));
        expect(stored).not.toContain(token);
      }
      expect((await ada.cart()).body.data).not.toHaveProperty('token');
      expect((await ada.add(sku)).status).toBe(200);
    });

    it('gets tokens that have nothing in common from cart to cart', async () => {
      const { sku } = await product();
      const tokens = new Set<string>();
      for (let index = 0; index < 10; index += 1) {
        const ada = visitor();
        await ada.add(sku);
        tokens.add(ada.token!);
      }
      expect(tokens.size).toBe(10);
    });

    it('leaves no row when it is refused: unknown, sold out, not for sale, too many', async () => {
      const soldOut = await product({ stock: 0 });
      const draft = await product({ published: false });
      const unpriced = await product({ unitPrice: null });
      const { sku } = await product();
      const before = await countRows(shop.strapi);
      const refusals = [
        await visitor().add('no-such-sku'),
        await visitor().add(soldOut.sku),
        await visitor().add(draft.sku),
        await visitor().add(unpriced.sku),
        await visitor().add(sku, 1001),
        await visitor().bulk('add', [{ sku, quantity: 1 }, { sku: 'no-such-sku' }]),
      ];
      expect(refusals.map(refusal)).toEqual([
        [404, 'product_not_found'],
        [409, 'insufficient_stock'],
        [422, 'not_for_sale'],
        [422, 'no_price'],
        [422, 'quantity_limit'],
        [404, 'product_not_found'],
      ]);
      expect(refusals.every((answer) => tokenOf(answer) === undefined)).toBe(true);
      expect(await countRows(shop.strapi)).toEqual(before);
    });

    it('is named by its SKU, by its variation, or by type and document', async () => {
      const { sku, variations } = await product();
      const { documentId } = variations[0]!;
      const ada = visitor();
      const type = 'plugin::cartwright.product-variation';
      for (const name of [{ sku }, { variation: documentId }, { type, documentId }]) {
        await ada.send('post', '/cart/items', name);
      }
      expect((await ada.cart()).body.data.items).toMatchObject([{ sku, documentId, quantity: 3 }]);
    });
  });

  describe('lines', () => {
    it('D-01 C-14 C-15 ST2: the same thing grows its line; without a quantity it is 1', async () => {
      const { sku } = await product({ unitPrice: 20, stock: 10 });
      const ada = visitor();
      expect((await ada.add(sku, 5)).body.data).toMatchObject({
        items: [{ quantity: 5, lineTotal: '100.00', available: 10, purchasable: true }],
        totalQuantity: 5,
        totals: { total: '100.00' },
      });
      expect((await ada.add(sku, 5)).body.data).toMatchObject({
        items: [{ quantity: 10, lineTotal: '200.00' }],
        uniqueQuantity: 1,
        totals: { total: '200.00' },
      });
      const more = await ada.add(sku);
      expect(refusal(more)).toEqual([409, 'insufficient_stock']);
      expect(more.body.error.details).toMatchObject({ sku, requested: 11, available: 10 });
      expect((await ada.cart()).body.data.totalQuantity).toBe(10);

      const uncounted = await product({ stock: null });
      expect((await ada.add(uncounted.sku, 1000)).body.data.items[1]).toMatchObject({
        quantity: 1000,
        available: null,
      });
    });

    it('with other data are other lines, and share the stock of the thing', async () => {
      const { sku } = await product({ stock: 5 });
      const ada = visitor();
      await ada.add(sku, 2, { data: { engraving: 'Ada', gift: true } });
      await ada.add(sku, 1, { data: { gift: true, engraving: 'Ada' } });
      await ada.add(sku, 1, { data: { engraving: 'Bob', gift: true } });
      const plain = await ada.add(sku, 1);
      expect(plain.body.data.items).toMatchObject([
        { quantity: 3, data: { engraving: 'Ada', gift: true } },
        { quantity: 1, data: { engraving: 'Bob', gift: true } },
        { quantity: 1, data: null },
      ]);
      const tooMany = await ada.add(sku, 1, { data: { engraving: 'Cy' } });
      expect(tooMany.body.error.details).toMatchObject({
        code: 'insufficient_stock',
        requested: 6,
        available: 5,
      });
      const grown = await ada.setQuantity(plain.body.data.items[2].id, 2);
      expect(refusal(grown)).toEqual([409, 'insufficient_stock']);
    });

    it('D-04 D-05 D-06: are set, removed by 0, by DELETE, and all at once', async () => {
      const [a, b] = [await product(), await product({ unitPrice: 4 })];
      const ada = visitor();
      await ada.add(a.sku, 3);
      const { items } = (await ada.add(b.sku, 4)).body.data;
      expect((await ada.setQuantity(items[0].id, 10)).body.data.items[0].quantity).toBe(10);
      expect((await ada.setQuantity(items[0].id, 0)).body.data).toMatchObject({
        items: [{ id: items[1].id, quantity: 4 }],
        totals: { total: '16.00' },
      });
      expect(refusal(await ada.setQuantity(items[0].id, 1))).toEqual([404, 'item_not_found']);
      expect(refusal(await ada.remove('unknown'))).toEqual([404, 'item_not_found']);
      expect((await ada.cart()).body.data.totalQuantity).toBe(4);
      expect((await ada.remove(items[1].id)).body.data.items).toEqual([]);
      await ada.add(a.sku);
      await ada.add(b.sku);
      const cleared = await ada.clear();
      expect([cleared.status, cleared.body.data.items]).toEqual([200, []]);
      expect((await ada.clear()).status).toBe(200);
      const { document_id: id } = await cartRow(ada.token!);
      expect(await rowsOf(shop.strapi, 'cartwright_cart_items', { cart_document_id: id })).toEqual(
        []
      );
    });

    it('D-03 D-04: keep what they were when a quantity is refused', async () => {
      const { sku } = await product();
      const ada = visitor();
      const { items, version } = (await ada.add(sku, 3)).body.data;
      for (const quantity of [0, -1, -100, 1.5, '2', null, 1e9, true, [1]]) {
        const answer = await ada.send('post', '/cart/items', { sku, quantity });
        expect([quantity, ...refusal(answer)]).toEqual([quantity, 400, 'invalid_quantity']);
      }
      for (const quantity of [-1, 1.5, '2', null, 1e9]) {
        const answer = await ada.setQuantity(items[0].id, quantity);
        expect([quantity, ...refusal(answer)]).toEqual([quantity, 400, 'invalid_quantity']);
      }
      expect((await ada.cart()).body.data).toMatchObject({ version, totalQuantity: 3 });
    });

    it('D-12 D-37 BG14: carry exact amounts as text', async () => {
      const cheap = await product({ unitPrice: '0.01' });
      const dear = await product({ unitPrice: '999999.99' });
      const free = await product({ unitPrice: 0 });
      const ada = visitor();
      await ada.add(cheap.sku, 1000);
      await ada.add(dear.sku, 1);
      await ada.add(free.sku, 5);
      const { items, totals, totalQuantity } = (await ada.cart()).body.data;
      expect(
        items.map((item: CartItemDto) => [item.quantity, item.unitPrice, item.lineTotal])
      ).toEqual([
        [1000, '0.01', '10.00'],
        [1, '999999.99', '999999.99'],
        [5, '0.00', '0.00'],
      ]);
      expect([totalQuantity, totals.total]).toEqual([1006, '1000009.99']);
    });

    it('CM8: are never averaged: 4 × 5.99 and 5 × 12.99 are 88.91', async () => {
      const [a, b] = [await product({ unitPrice: '5.99' }), await product({ unitPrice: '12.99' })];
      const ada = visitor();
      await ada.add(a.sku, 4);
      expect((await ada.add(b.sku, 5)).body.data.totals.total).toBe('88.91');
    });

    it('copy words in the language of the shopper, and the options', async () => {
      const { documentId, skus } = await product({
        title: 'Chair',
        options: { Size: ['Small', 'Large'], Colour: ['Green'] },
      });
      const products = documents(shop.strapi, UIDS.product);
      await products.update({ documentId, locale: 'de', data: { title: 'Stuhl' } });
      await products.publish({ documentId, locale: 'de' });

      const inEnglish = (await visitor().add(skus[1]!)).body.data.items[0];
      expect(inEnglish).toMatchObject({
        description: 'Chair',
        options: [
          { type: 'Size', value: expect.stringMatching(/Small|Large/) },
          { type: 'Colour', value: 'Green' },
        ],
        url: 'chair',
        productSlug: 'chair',
      });
      const inGerman = (await visitor({ locale: 'de' }).add(skus[1]!)).body.data.items[0];
      expect(inGerman).toMatchObject({ description: 'Stuhl', url: 'stuhl', sku: inEnglish.sku });
      // In a language that it was never translated into it has the shop's default words.
      const inFrench = (await visitor({ locale: 'fr' }).add(skus[1]!)).body.data.items[0];
      expect(inFrench).toMatchObject({ description: 'Chair' });
    });
  });

  describe('prices', () => {
    it('D-02 D-20: are always live, and a change is told exactly once', async () => {
      const { sku } = await product({ unitPrice: 5 });
      const ada = visitor();
      const { items } = (await ada.add(sku, 2)).body.data;
      await changeVariation(shop.strapi, sku, { unitPrice: 7.5 });
      const told = (await ada.cart()).body.data;
      expect(told).toMatchObject({
        items: [{ unitPrice: '7.50', lineTotal: '15.00' }],
        totals: { total: '15.00' },
        notices: [{ code: 'price_changed', itemId: items[0].id, from: '5.00', to: '7.50' }],
      });
      expect((await ada.cart()).body.data.notices).toEqual([]);

      await changeVariation(shop.strapi, sku, { unitPrice: 6 });
      const grown = (await ada.add(sku)).body.data;
      expect(grown).toMatchObject({
        items: [{ quantity: 3, unitPrice: '6.00' }],
        notices: [{ code: 'price_changed', from: '7.50', to: '6.00' }],
      });
      expect((await ada.cart()).body.data.notices).toEqual([]);
    });

    it('are those of the sale inside its window only', async () => {
      const past = new Date(Date.now() - 60_000);
      const future = new Date(Date.now() + 3_600_000);
      const on = await product({ variation: { salePrice: 8, saleFrom: past, saleTo: future } });
      const over = await product({ variation: { salePrice: 8, saleTo: past } });
      const ahead = await product({ variation: { salePrice: 8, saleFrom: future } });
      const ada = visitor();
      for (const { sku } of [on, over, ahead]) await ada.add(sku);
      const { items } = (await ada.cart()).body.data;
      expect(
        items.map((item: CartItemDto) => [item.unitPrice, item.regularPrice, item.onSale])
      ).toEqual([
        ['8.00', '10.00', true],
        ['10.00', '10.00', false],
        ['10.00', '10.00', false],
      ]);
    });

    it('tell what a price taken away does: the line stays, and cannot be bought', async () => {
      const { sku } = await product();
      const ada = visitor();
      await ada.add(sku);
      await changeVariation(shop.strapi, sku, { unitPrice: null });
      expect((await ada.cart()).body.data).toMatchObject({
        items: [{ unitPrice: null, regularPrice: null, lineTotal: '0.00', purchasable: false }],
        notices: [{ code: 'not_for_sale' }],
        totals: { total: '0.00' },
      });
    });
  });

  describe('stock', () => {
    it('D-21 ST6 ST10: is asked when a line grows, and a refusal leaves no line', async () => {
      const some = await product({ stock: 3 });
      const none = await product({ stock: 0 });
      const ada = visitor();
      const tooMany = await ada.add(some.sku, 5);
      expect(tooMany.body.error.details).toEqual({
        code: 'insufficient_stock',
        sku: some.sku,
        requested: 5,
        available: 3,
      });
      expect((await ada.add(none.sku)).body.error.details.available).toBe(0);
      await ada.add(some.sku, 3);
      expect(refusal(await ada.add(none.sku))).toEqual([409, 'insufficient_stock']);
      expect((await ada.cart()).body.data.items).toHaveLength(1);
      // Looking and putting into a cart takes nothing.
      expect(await stockOf(shop.strapi, some.sku)).toBe(3);
    });

    it('ST12: is not asked when a line shrinks; the cart tells what is left', async () => {
      const { sku } = await product({ stock: 10 });
      const ada = visitor();
      const { items } = (await ada.add(sku, 5)).body.data;
      await changeVariation(shop.strapi, sku, { stock: 1 });
      expect((await ada.cart()).body.data).toMatchObject({
        items: [{ quantity: 5, available: 1, purchasable: false }],
        notices: [{ code: 'insufficient_stock', itemId: items[0].id, available: 1 }],
      });
      expect((await ada.setQuantity(items[0].id, 3)).body.data.items[0].quantity).toBe(3);
      expect((await ada.setQuantity(items[0].id, 3)).status).toBe(200);
      expect(refusal(await ada.setQuantity(items[0].id, 4))).toEqual([409, 'insufficient_stock']);
      expect((await ada.setQuantity(items[0].id, 1)).body.data).toMatchObject({
        items: [{ purchasable: true }],
        notices: [],
      });
    });

    it('is shared by lines of one thing: the cart tells when they are too many together', async () => {
      const { sku } = await product({ stock: 6 });
      const ada = visitor();
      await ada.add(sku, 3, { data: { engraving: 'Ada' } });
      await ada.add(sku, 3);
      await changeVariation(shop.strapi, sku, { stock: 5 });
      const { items, notices } = (await ada.cart()).body.data;
      expect(items.map((item: CartItemDto) => item.purchasable)).toEqual([false, false]);
      expect(notices).toMatchObject([
        { code: 'insufficient_stock', itemId: items[0].id, available: 5 },
        { code: 'insufficient_stock', itemId: items[1].id, available: 5 },
      ]);
    });

    it('C-16: is what it was when the cart has been emptied', async () => {
      const { sku } = await product({ stock: 10 });
      const ada = visitor();
      await ada.add(sku, 10);
      await ada.clear();
      expect((await ada.add(sku, 10)).body.data.totalQuantity).toBe(10);
    });
  });

  describe('a bulk', () => {
    it('D-07 D-10: adds many at once, and creates the cart', async () => {
      const [a, b, c] = [
        await product({ unitPrice: 10 }),
        await product({ unitPrice: 20 }),
        await product({ unitPrice: 30 }),
      ];
      const ada = visitor();
      const answer = await ada.bulk('add', [
        { sku: a.sku, quantity: 1 },
        { sku: b.sku, quantity: 2 },
        { sku: c.sku, quantity: 3 },
      ]);
      expect([answer.status, answer.body.data.token]).toEqual([201, tokenShown(ada.token)]);
      expect(answer.body.data).toMatchObject({
        uniqueQuantity: 3,
        totalQuantity: 6,
        totals: { total: '140.00' },
      });
      const again = await ada.bulk(undefined, [
        { sku: a.sku, quantity: 1 },
        { sku: a.sku, quantity: 2 },
      ]);
      expect(again.body.data.items.map((item: CartItemDto) => item.quantity)).toEqual([4, 2, 3]);
    });

    it('D-08: with mode "set" touches only what it names, and 0 removes', async () => {
      const [a, b, c, d] = [await product(), await product(), await product(), await product()];
      const ada = visitor();
      await ada.bulk('add', [
        { sku: a.sku, quantity: 1 },
        { sku: b.sku, quantity: 2 },
        { sku: c.sku, quantity: 3 },
      ]);
      const { items } = (
        await ada.bulk('set', [
          { sku: a.sku, quantity: 5 },
          { sku: b.sku, quantity: 0 },
          { sku: d.sku, quantity: 4 },
        ])
      ).body.data;
      expect(items.map((item: CartItemDto) => [item.sku, item.quantity])).toEqual([
        [a.sku, 5],
        [c.sku, 3],
        [d.sku, 4],
      ]);
    });

    it('D-09: is all or nothing', async () => {
      const good = await product();
      const scarce = await product({ stock: 1 });
      const ada = visitor();
      await ada.add(good.sku, 2);
      const before = (await ada.cart()).body.data;
      const rows = await countRows(shop.strapi);
      const refused = [
        await ada.bulk('add', []),
        await ada.bulk('add', [{ sku: good.sku }, { sku: good.sku, quantity: 0 }]),
        await ada.bulk('add', [{ sku: good.sku }, { sku: 'no-such-sku' }]),
        await ada.bulk('set', [
          { sku: good.sku, quantity: 9 },
          { sku: scarce.sku, quantity: 2 },
        ]),
        await ada.bulk(
          'add',
          Array.from({ length: 101 }, () => ({ sku: good.sku }))
        ),
      ];
      expect(refused.map(refusal)).toEqual([
        [400, 'invalid_input'],
        [400, 'invalid_quantity'],
        [404, 'product_not_found'],
        [409, 'insufficient_stock'],
        [400, 'invalid_input'],
      ]);
      expect(refused[1]!.body.error.details.issues[0].path).toBe('items.1.quantity');
      expect((await ada.cart()).body.data).toEqual(before);
      expect(await countRows(shop.strapi)).toEqual(rows);
    });
  });

  describe('at most so many of one thing', () => {
    it('D-13: the boundary counts, on adding, on setting and in a bulk', async () => {
      const { sku } = await product();
      const ada = visitor();
      const refused = await ada.add(sku, 1001);
      expect(refusal(refused)).toEqual([422, 'quantity_limit']);
      expect(refused.body.error.details.max).toBe(1000);
      const { items } = (await ada.add(sku, 995)).body.data;
      expect(refusal(await ada.add(sku, 6))).toEqual([422, 'quantity_limit']);
      expect(refusal(await ada.bulk('add', [{ sku, quantity: 6 }]))).toEqual([
        422,
        'quantity_limit',
      ]);
      expect(refusal(await ada.setQuantity(items[0].id, 1001))).toEqual([422, 'quantity_limit']);
      expect((await ada.add(sku, 5)).body.data.totalQuantity).toBe(1000);
    });
  });

  describe('a cart that would cost more than the shop can count', () => {
    it('is refused with its code, on every database, and leaves no row', async () => {
      const { sku } = await product({ unitPrice: '9999999999999.99' });
      const before = await countRows(shop.strapi);
      const ada = visitor();
      expect(refusal(await ada.add(sku, 100))).toEqual([400, 'invalid_amount']);
      expect(await countRows(shop.strapi)).toEqual(before);
      expect((await ada.add(sku, 10)).body.data.totals.total).toBe('99999999999999.90');
    });
  });

  describe('what is no longer for sale', () => {
    it('stays readable in the cart and says so: unpublished, outside its window, unavailable', async () => {
      const gone: [string, (documentId: string) => Promise<unknown>][] = [
        [
          'unpublished',
          (documentId) => documents(shop.strapi, UIDS.product).unpublish({ documentId }),
        ],
        [
          'over',
          (documentId) =>
            documents(shop.strapi, UIDS.product).update({
              documentId,
              data: { publishUntil: new Date(Date.now() - 1000) },
              status: 'published',
            }),
        ],
        [
          'unavailable',
          (documentId) =>
            documents(shop.strapi, UIDS.product).update({
              documentId,
              data: { available: false },
              status: 'published',
            }),
        ],
        ['deleted', (documentId) => documents(shop.strapi, UIDS.product).delete({ documentId })],
      ];
      for (const [title, happens] of gone) {
        const { documentId, sku } = await product({ title: `Soon ${title}`, stock: 5 });
        const ada = visitor();
        const { items } = (await ada.add(sku, 2)).body.data;
        await happens(documentId);
        const { data } = (await ada.cart()).body;
        expect(data).toMatchObject({
          items: [{ sku, description: `Soon ${title}`, quantity: 2, purchasable: false }],
          notices: [{ code: 'not_for_sale', itemId: items[0].id }],
        });
        expect(refusal(await ada.setQuantity(items[0].id, 3))).toEqual([422, 'not_for_sale']);
        expect((await ada.setQuantity(items[0].id, 1)).body.data.items[0].quantity).toBe(1);
        expect((await ada.remove(items[0].id)).body.data.items).toEqual([]);
      }
    });

    it('stays readable when its variation is retired', async () => {
      const { documentId, skus } = await product({ options: { Size: ['Short', 'Long'] } });
      const ada = visitor();
      await ada.add(skus[1]!, 2);
      const products = documents(shop.strapi, UIDS.product);
      const saved = await products.findOne({ documentId, populate: ['options'] });
      const kept = (saved['options'] as Entry[]).filter(
        ({ name }) => !skus[1]!.endsWith(String(name).toLowerCase())
      );
      await products.update({
        documentId,
        data: { options: kept.map((option) => option.documentId) },
      });
      expect((await ada.cart()).body.data).toMatchObject({
        items: [{ sku: skus[1], quantity: 2, purchasable: false }],
        notices: [{ code: 'not_for_sale' }],
      });
      expect(refusal(await visitor().add(skus[1]!))).toEqual([422, 'not_for_sale']);
    });
  });

  describe('a client that has seen an older cart', () => {
    it('is refused with 412 and the fresh cart; the version grows with each write', async () => {
      const { sku } = await product();
      const ada = visitor();
      const first = (await ada.add(sku)).body.data;
      const second = (await ada.add(sku, 1, {}, { 'If-Match': String(first.version) })).body.data;
      expect([first.version, second.version, second.totalQuantity]).toEqual([1, 2, 2]);
      const [{ id }] = second.items;
      const stale = { 'If-Match': '1' };
      const refused = [
        await ada.add(sku, 1, {}, stale),
        await ada.bulk('set', [{ sku, quantity: 7 }], stale),
        await ada.setQuantity(id, 7, stale),
        await ada.remove(id, stale),
        await ada.clear(stale),
        await ada.say({ email: 'ada@example.com' }, stale),
      ];
      for (const answer of refused) {
        expect(refusal(answer)).toEqual([412, 'cart_changed']);
        expect(answer.body.error.details.cart).toMatchObject({ version: 2, totalQuantity: 2 });
        expect(answer.body.error.details).not.toHaveProperty('precondition');
      }
      expect((await ada.setQuantity(id, 3, { 'If-Match': '"2"' })).body.data.version).toBe(3);
      expect(refusal(await ada.setQuantity(id, 3, { 'If-Match': 'latest' }))).toEqual([
        400,
        'invalid_input',
      ]);
    });
  });

  describe('an Idempotency-Key', () => {
    it('gives the first add again, with its token, and adds nothing twice', async () => {
      const { sku } = await product();
      const headers = { 'Idempotency-Key': freshKey() };
      const first = await visitor().add(sku, 2, {}, headers);
      const rows = await countRows(shop.strapi);
      const again = await visitor().add(sku, 2, {}, headers);
      expect(again.status).toBe(201);
      expect(again.body).toEqual(first.body);
      expect(tokenOf(again)).toBe(tokenOf(first)!);
      expect(await countRows(shop.strapi)).toEqual(rows);

      const other = await visitor().add(sku, 3, {}, headers);
      expect(refusal(other)).toEqual([409, 'idempotency_conflict']);
      expect(await countRows(shop.strapi)).toEqual(rows);
    });

    it('counts for a later add and for a bulk, and one shopper cannot see another one’s', async () => {
      const { sku } = await product();
      const headers = { 'Idempotency-Key': freshKey() };
      const [ada, bob] = [visitor(), visitor()];
      await ada.add(sku);
      await bob.add(sku);
      await ada.add(sku, 1, {}, headers);
      await bob.add(sku, 1, {}, headers);
      const repeated = await ada.add(sku, 1, {}, headers);
      expect([repeated.status, repeated.body.data.totalQuantity]).toEqual([200, 2]);
      expect((await bob.cart()).body.data.totalQuantity).toBe(2);

      const key = { 'Idempotency-Key': freshKey() };
      await ada.bulk('add', [{ sku, quantity: 5 }], key);
      expect((await ada.bulk('add', [{ sku, quantity: 5 }], key)).body.data.totalQuantity).toBe(7);
    });

    it('is not spent by a refusal: the corrected request may use it', async () => {
      const { sku } = await product({ stock: 1 });
      const headers = { 'Idempotency-Key': freshKey() };
      const ada = visitor();
      expect(refusal(await ada.add(sku, 2, {}, headers))).toEqual([409, 'insufficient_stock']);
      expect((await ada.add(sku, 1, {}, headers)).status).toBe(201);
    });

    it('is told apart by capitals, on every database', async () => {
      const { sku } = await product();
      const key = freshKey();
      const ada = visitor();
      await ada.add(sku);
      await ada.add(sku, 1, {}, { 'Idempotency-Key': `${key}-a` });
      const other = await ada.add(sku, 1, {}, { 'Idempotency-Key': `${key}-A` });
      expect(other.body.data.totalQuantity).toBe(3);
    });

    it('has 16 to 255 characters', async () => {
      const { sku } = await product();
      const status = async (key: string) =>
        (await visitor().add(sku, 1, {}, { 'Idempotency-Key': key })).status;
      expect(await status('x'.repeat(15))).toBe(400);
      expect(await status(`${freshKey()}${'x'.repeat(255)}`.slice(0, 255))).toBe(201);
      expect(await status('x'.repeat(256))).toBe(400);
    });
  });

  describe('carts of several shoppers', () => {
    it('D-42: do not mix, and one shopper cannot touch the other one’s lines', async () => {
      const { sku } = await product();
      const [ada, bob] = [visitor(), visitor()];
      await ada.add(sku, 2);
      const { items } = (await bob.add(sku, 7)).body.data;
      expect((await ada.cart()).body.data.totalQuantity).toBe(2);
      expect(refusal(await ada.setQuantity(items[0].id, 1))).toEqual([404, 'item_not_found']);
      expect(refusal(await ada.remove(items[0].id))).toEqual([404, 'item_not_found']);
      expect((await bob.cart()).body.data.totalQuantity).toBe(7);
    });
  });

  describe('an account', () => {
    it('has its cart by its JWT alone, on every device, without a token', async () => {
      const { sku } = await product();
      const { jwt, documentId } = await makeAccount(shop.strapi);
      const phone = visitor({ jwt });
      const answer = await phone.add(sku, 2);
      expect(answer.status).toBe(201);
      expect(tokenOf(answer)).toBeUndefined();
      expect(answer.body.data).not.toHaveProperty('token');
      expect((await visitor({ jwt }).cart()).body.data.totalQuantity).toBe(2);
      expect((await visitor().cart()).body.data.items).toEqual([]);
      expect(await rowsOf(shop.strapi, 'cartwright_carts', { account: documentId })).toMatchObject([
        { token_hash: null, open_for: documentId },
      ]);
    });

    it('has one open cart also when several first adds race', async () => {
      const { sku } = await product();
      const { jwt, documentId } = await makeAccount(shop.strapi);
      const answers = await Promise.all(Array.from({ length: 6 }, () => visitor({ jwt }).add(sku)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
      const carts = await rowsOf(shop.strapi, 'cartwright_carts', { account: documentId });
      expect(carts).toHaveLength(1);
      expect((await visitor({ jwt }).cart()).body.data.items).toMatchObject([{ quantity: 6 }]);
    });
  });

  describe('statements', () => {
    const mine = async (run: () => Promise<unknown>) =>
      (await countStatements(shop.strapi, run, { only: 'cartwright' })).statements;
    const filled = async (lines: number) => {
      const skus: string[] = [];
      for (let index = 0; index < lines; index += 1) skus.push(skusOf100[index]!);
      const ada = visitor();
      await ada.bulk(
        'add',
        skus.map((sku) => ({ sku }))
      );
      return ada;
    };
    let skusOf100: string[];

    beforeAll(async () => {
      const names = (letter: string) =>
        Array.from({ length: 10 }, (_, index) => `${letter}${index}`);
      const { skus } = await product({
        title: 'Mosaic',
        options: { Size: names('s'), Colour: names('c') },
      });
      skusOf100 = skus;
      expect(skus).toHaveLength(100);
    });

    it('D-52 CM6: looking at a cart costs as many with 100 lines as with one, at most 5', async () => {
      const [small, large] = [await filled(1), await filled(100)];
      const one = await mine(() => small.cart());
      const hundred = await mine(() => large.cart());
      expect(hundred).toHaveLength(one.length);
      expect(one.length).toBeLessThanOrEqual(5);
    });

    it('D-52 CM6 BG16: a write costs as many with 100 lines as with one, at most 10', async () => {
      const [small, large] = [await filled(1), await filled(99)];
      const extra = await product({ stock: 100 });
      const add = async (ada: typeof small) => (await mine(() => ada.add(extra.sku))).length;
      const first = [await add(small), await add(large)];
      const again = [await add(small), await add(large)];
      expect(first[1]).toBe(first[0]);
      expect(again[1]).toBe(again[0]);
      expect(Math.max(...first, ...again)).toBeLessThanOrEqual(10);

      const fresh = await mine(() => visitor().add(extra.sku));
      expect(fresh.length).toBeLessThanOrEqual(10);
      const { items } = (await large.cart()).body.data;
      const set = await mine(() => large.setQuantity(items[0].id, 2));
      expect(set.length).toBeLessThanOrEqual(10);
    });
  });
}
