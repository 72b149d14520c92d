import type { Response } from 'supertest';

import { UIDS } from '../../content-types/uids';
import type { CartItemDto } from '../../server/contracts/cart';
import { defineSellable } from '../../server/providers';
import { countStatements } from '../support/count-statements';
import { documents, makeProduct, rowsOf, stockOf, type Entry } from '../support/shop';
import { DETAILS, shopperOf, type TestShopper } from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';

/** Content types of the site's own, sold beside products. Runs on SQLite, PostgreSQL and MariaDB/MySQL. */

const COURSE = 'api::course.course';
const WORKSHOP = 'api::workshop.workshop';
const TICKET = 'api::ticket.ticket';

interface Workshop {
  title: string;
  fee: string;
  placesLeft: number;
  course: { title: string } | null;
}

/** What the functions of the mapping answer with; a test may make them fail. */
let feeOf = ({ fee }: Workshop): unknown => fee;
let placesOf = ({ placesLeft }: Workshop): unknown => placesLeft;

let shop: RunningShop;

beforeAll(async () => {
  shop = await startStrapi({
    cartwright: {
      currency: 'EUR',
      tax: { rates: [{ country: '*', class: 'education', rate: '7', label: 'Reduced' }] },
      sellables: {
        [COURSE]: { title: 'title', price: 'price', stock: 'seats' },
        [WORKSHOP]: defineSellable<Workshop>({
          title: ({ title, course }) => (course ? `${title} after ${course.title}` : title),
          price: (entry) => feeOf(entry) as string,
          stock: (entry) => placesOf(entry) as number,
          sku: 'code',
          image: 'cover',
          url: ({ title }) => `/workshops/${title.toLowerCase()}`,
          taxClass: () => 'education',
          weight: () => 250,
          populate: ['course'],
        }),
        [TICKET]: { title: 'name', price: 'cents', stock: 'leftOver', sku: 'name' },
      },
    },
  });
});
afterAll(() => shop.stop());
beforeEach(() => {
  feeOf = ({ fee }) => fee;
  placesOf = ({ placesLeft }) => placesLeft;
});

const visitor = (options?: { locale?: string }) => shopperOf(shop, options);
const entries = (uid: string) => documents(shop.strapi, uid);
const publish = (uid: string, documentId: string) => entries(uid).publish({ documentId });
const put = (ada: TestShopper, thing: { type: string; documentId: string }, quantity = 1) =>
  ada.send('post', '/cart/items', { type: thing.type, documentId: thing.documentId, quantity });
const refusal = ({ status, body }: Response) => [status, body.error?.details.code];
const order = (ada: TestShopper, more: object = {}) =>
  ada.checkout({ paymentMethod: 'manual', ...more });

async function make(uid: string, data: object): Promise<{ type: string; documentId: string }> {
  const { documentId } = await entries(uid).create({ data, status: 'published' });
  return { type: uid, documentId };
}
const course = (data: object = {}) => make(COURSE, { title: 'Sewing', price: 12.5, ...data });
const ticket = (data: object = {}) => make(TICKET, { name: 'Concert', cents: 20, ...data });
const workshop = (data: object = {}) => make(WORKSHOP, { title: 'Looms', fee: '80', ...data });

const seatsOf = async (documentId: string) =>
  (await rowsOf(shop.strapi, 'courses', { document_id: documentId })).map(({ seats }) => seats);
const movementsOf = async (documentId: string) =>
  (
    await rowsOf(shop.strapi, 'cartwright_stock_movements', { variation_document_id: documentId })
  ).map(({ type, change, reason }) => ({ type, change: Number(change), reason }));

describe('a course in a cart', () => {
  it('has the title, the exact price and the seats of its fields', async () => {
    const sewing = await course({ price: 19.9, seats: 4 });
    const answer = await put(visitor(), sewing, 3);
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({
      items: [
        {
          ...sewing,
          sku: null,
          description: 'Sewing',
          options: [],
          url: null,
          image: null,
          quantity: 3,
          unitPrice: '19.90',
          regularPrice: '19.90',
          onSale: false,
          lineTotal: '59.70',
          available: 4,
          purchasable: true,
        },
      ],
      totals: { subtotal: '59.70', total: '59.70' },
    });
  });

  it('stands beside a variation, and costs what both cost', async () => {
    const [{ sku }, sewing] = [await makeProduct(shop.strapi, { unitPrice: 7 }), await course()];
    const ada = visitor();
    await ada.add(sku, 2);
    await put(ada, sewing);
    const { items, totals } = (await ada.cart()).body.data;
    expect(items.map(({ type }: CartItemDto) => type)).toEqual([UIDS.productVariation, COURSE]);
    expect(totals).toMatchObject({ subtotal: '26.50' });
  });

  it('shows the live price, and says once that it changed', async () => {
    const sewing = await course({ price: 10 });
    const ada = visitor();
    await put(ada, sewing);
    await entries(COURSE).update({ documentId: sewing.documentId, data: { price: 12 } });
    expect((await ada.cart()).body.data.items[0].unitPrice).toBe('10.00');
    await publish(COURSE, sewing.documentId);
    const { items, notices } = (await ada.cart()).body.data;
    expect(items[0].unitPrice).toBe('12.00');
    expect(notices).toMatchObject([{ code: 'price_changed', from: '10.00', to: '12.00' }]);
  });

  it('cannot be added beyond its seats, over the limit, or for no price', async () => {
    const scarce = await course({ seats: 2 });
    const ada = visitor();
    expect(refusal(await put(ada, scarce, 3))).toEqual([409, 'insufficient_stock']);
    expect(refusal(await put(ada, scarce, 1001))).toEqual([422, 'quantity_limit']);
    const free = await course({ price: 0 });
    expect((await put(ada, free)).body.data.items[0].unitPrice).toBe('0.00');
    for (const price of [null, -1]) {
      expect(refusal(await put(visitor(), await course({ price })))).toEqual([422, 'no_price']);
    }
    const below = await ticket({ cents: 0.005 });
    expect(refusal(await put(visitor(), below))).toEqual([422, 'no_price']);
  });

  it('is not for sale while it is a draft or unpublished, and its draft tells nothing', async () => {
    const draft = await entries(COURSE).create({ data: { title: 'Secret', price: 1 } });
    const refused = await put(visitor(), { type: COURSE, documentId: draft.documentId });
    expect(refusal(refused)).toEqual([422, 'not_for_sale']);

    const sewing = await course();
    const ada = visitor();
    await put(ada, sewing);
    await entries(COURSE).unpublish({ documentId: sewing.documentId });
    const [item] = (await ada.cart()).body.data.items;
    expect(item).toMatchObject({ description: 'Sewing', purchasable: false, unitPrice: null });
    expect(refusal(await order(ada))).toEqual([422, 'not_for_sale']);
    await publish(COURSE, sewing.documentId);
    expect((await ada.cart()).body.data.items[0]).toMatchObject({
      purchasable: true,
      unitPrice: '12.50',
    });
  });

  it('is not found when there is none, or when its type is not sold', async () => {
    for (const [type, documentId] of [
      [COURSE, 'nothing'],
      ['plugin::upload.file', 'nothing'],
      [UIDS.product, (await makeProduct(shop.strapi)).documentId],
      ['constructor', 'x'],
    ] as const) {
      const answer = await put(visitor(), { type, documentId });
      expect(refusal(answer)).toEqual([404, 'product_not_found']);
    }
  });

  it('D-38: shares its document’s id with a thing of another type, and neither touches the other', async () => {
    const documentId = 'the100thdocumentidofthisshop';
    const row = { documentId, publishedAt: new Date() };
    await shop.strapi.db
      .query(COURSE)
      .create({ data: { ...row, title: 'Sewing', price: 3, seats: 50 } });
    await shop.strapi.db
      .query(TICKET)
      .create({ data: { ...row, name: 'Opera', cents: 5, leftOver: 60 } });
    const ada = visitor();
    await put(ada, { type: COURSE, documentId }, 2);
    const { items } = (await put(ada, { type: TICKET, documentId }, 3)).body.data;
    expect(items.map(({ quantity }: CartItemDto) => quantity)).toEqual([2, 3]);
    const updated = await ada.setQuantity(items[1].id, 9);
    expect(
      updated.body.data.items.map(({ quantity, unitPrice }: CartItemDto) => [quantity, unitPrice])
    ).toEqual([
      [2, '3.00'],
      [9, '5.00'],
    ]);

    expect((await order(ada)).status).toBe(201);
    expect(await seatsOf(documentId)).toEqual([48]);
    const [opera] = await rowsOf(shop.strapi, 'tickets', { document_id: documentId });
    expect(Number(opera!['left_over'])).toBe(51);
    expect(await movementsOf(documentId)).toEqual([
      { type: COURSE, change: -2, reason: 'order' },
      { type: TICKET, change: -9, reason: 'order' },
    ]);
  });

  it('C-20: is no member of any selection, so a code on products does not reduce it', async () => {
    const chosen = await makeProduct(shop.strapi, { unitPrice: 10 });
    await documents(shop.strapi, UIDS.discountCode).create({
      data: {
        title: 'Half',
        code: 'HALF',
        active: true,
        discountPercent: 50,
        appliesTo: 'selection',
        products: [chosen.documentId],
      },
    });
    const ada = visitor();
    await put(ada, await course());
    const alone = await ada.send('put', '/cart/discount-code', { code: 'half' });
    expect(refusal(alone)).toEqual([422, 'discount_code_not_applicable']);
    await ada.add(chosen.sku);
    const together = await ada.send('put', '/cart/discount-code', { code: 'half' });
    expect(together.body.data.items.map(({ discount }: CartItemDto) => discount)).toEqual([
      '0.00',
      '5.00',
    ]);
  });

  it('is exported and restored under the same checks', async () => {
    const [sewing, gone] = [await course(), await course({ title: 'Gone' })];
    const ada = visitor();
    await put(ada, sewing, 2);
    await put(ada, gone);
    const payload = (await ada.send('get', '/cart/export')).body.data;
    await entries(COURSE).unpublish({ documentId: gone.documentId });
    const { body } = await visitor().send('post', '/cart/restore', payload);
    expect(body.data.items).toMatchObject([{ ...sewing, quantity: 2 }]);
    expect(body.data.notices).toMatchObject([{ code: 'item_dropped', description: 'Gone' }]);
  });
});

describe('a mapping of functions', () => {
  it('gets the whole entry, and describes, prices, taxes and weighs by it', async () => {
    const sewing = await course();
    const file = await shop.strapi.db.query('plugin::upload.file').create({
      data: {
        name: 'loom.webp',
        url: '/uploads/loom.webp',
        alternativeText: 'A loom',
        width: 800,
        height: 600,
        formats: { thumbnail: { url: '/uploads/thumbnail_loom.webp' } },
        hash: 'loom',
        mime: 'image/webp',
        size: 1,
        provider: 'local',
      },
    });
    const loom = await workshop({
      code: 'LOOM-1',
      placesLeft: 5,
      cover: [file.id],
      course: sewing.documentId,
    });
    const { body } = await put(visitor(), loom, 2);
    expect(body.data.items).toMatchObject([
      {
        sku: 'LOOM-1',
        description: 'Looms after Sewing',
        url: '/workshops/looms',
        unitPrice: '80.00',
        tax: '11.20',
        available: 5,
        image: {
          url: '/uploads/loom.webp',
          alternativeText: 'A loom',
          width: 800,
          height: 600,
          formats: { thumbnail: { url: '/uploads/thumbnail_loom.webp' } },
        },
      },
    ]);
  });

  it('tells a stock that is held against the cart, and never taken', async () => {
    const loom = await workshop({ placesLeft: 2 });
    expect(refusal(await put(visitor(), loom, 3))).toEqual([409, 'insufficient_stock']);
    const ada = visitor();
    await put(ada, loom, 2);
    expect((await order(ada)).status).toBe(201);
    const rows = await rowsOf(shop.strapi, 'workshops', { document_id: loom.documentId });
    expect(rows.map(({ places_left }) => places_left)).toEqual([2, 2]);
    expect(await movementsOf(loom.documentId)).toEqual([]);

    const eve = visitor();
    await put(eve, loom, 2);
    placesOf = () => 1;
    expect(refusal(await order(eve))).toEqual([409, 'insufficient_stock']);
  });

  it('that fails, or answers nonsense, leaves a thing that cannot be bought and a cart that can be read', async () => {
    const loom = await workshop({ placesLeft: 5 });
    const ada = visitor();
    await put(ada, loom);
    const broken: [unknown, unknown][] = [
      [new Error('no fee'), 5],
      ['a lot', 5],
      [{}, 5],
      ['19.999', 5],
      ['80', new Error('nobody knows')],
      ['80', 1.5],
      ['80', 'many'],
    ];
    for (const [fee, places] of broken) {
      feeOf = () => throwOr(fee);
      placesOf = () => throwOr(places);
      const { status, body } = await ada.cart();
      expect([status, body.data.items[0].purchasable]).toEqual([200, false]);
      const refused = refusal(await order(ada));
      expect(refused).toEqual(fee === '80' ? [409, 'insufficient_stock'] : [422, 'no_price']);
    }
  });

  it('is asked for its price again while the order is written', async () => {
    const loom = await workshop({ placesLeft: 5 });
    const ada = visitor();
    await put(ada, loom);
    await ada.cart();
    let asked = 0;
    // The second question comes from the transaction.
    feeOf = () => ((asked += 1) === 1 ? '80' : '90');
    expect(refusal(await order(ada))).toEqual([409, 'cart_changed']);
    expect((await order(ada)).body.data.order.totals.subtotal).toBe('90.00');
  });

  const throwOr = (value: unknown) => {
    if (value instanceof Error) throw value;
    return value;
  };
});

describe('languages', () => {
  it('the shopper’s is taken, else the default; what is not translated stays the default’s', async () => {
    const { documentId } = await workshop({ title: 'Looms', placesLeft: 5 });
    await entries(WORKSHOP).update({
      documentId,
      locale: 'de',
      data: { title: 'Stuhl' },
      status: 'published',
    });
    const english = await workshop({ title: 'Only English', placesLeft: 5 });
    const described = async (locale: string | undefined, thing: typeof english) =>
      (await put(visitor(locale ? { locale } : {}), thing)).body.data.items[0].description;
    const loom = { type: WORKSHOP, documentId };
    expect(await described(undefined, loom)).toBe('Looms');
    expect(await described('de', loom)).toBe('Stuhl');
    expect(await described('fr', loom)).toBe('Looms');
    expect(await described('de', english)).toBe('Only English');

    const ada = visitor({ locale: 'de' });
    await put(ada, loom);
    expect((await order(ada)).status).toBe(201);
  });
});

describe('a SKU', () => {
  it('finds a variation first, then a thing that is mapped with a SKU', async () => {
    const { sku } = await makeProduct(shop.strapi, { unitPrice: 1 });
    await ticket({ name: sku, cents: 99 });
    await ticket({ name: 'ONLY-TICKET', cents: 42 });
    const ada = visitor();
    expect((await ada.add(sku)).body.data.items[0].type).toBe(UIDS.productVariation);
    const added = await ada.add('ONLY-TICKET');
    expect(added.body.data.items[1]).toMatchObject({ type: TICKET, unitPrice: '42.00' });
    expect(refusal(await ada.add('only-ticket'))).toEqual([404, 'product_not_found']);
    expect(refusal(await ada.add('nowhere'))).toEqual([404, 'product_not_found']);
  });

  it('of a draft leads nowhere', async () => {
    const loom = await workshop({ code: 'PUBLISHED', placesLeft: 3 });
    await entries(WORKSHOP).update({ documentId: loom.documentId, data: { code: 'DRAFTED' } });
    expect(refusal(await visitor().add('DRAFTED'))).toEqual([404, 'product_not_found']);
    expect((await visitor().add('PUBLISHED')).status).toBe(201);
  });
});

describe('an order', () => {
  it('takes the seats on the draft and the published row, and writes down that it did', async () => {
    const sewing = await course({ seats: 5 });
    const ada = visitor();
    await put(ada, sewing, 2);
    expect((await order(ada)).status).toBe(201);
    expect(await seatsOf(sewing.documentId)).toEqual([3, 3]);
    expect(await movementsOf(sewing.documentId)).toEqual([
      { type: COURSE, change: -2, reason: 'order' },
    ]);
    // Publishing again does not bring the sold seats back.
    await publish(COURSE, sewing.documentId);
    expect(await seatsOf(sewing.documentId)).toEqual([3, 3]);
  });

  it('counts what is published: a smaller number in a draft waits, and never falls below zero', async () => {
    const sewing = await course({ seats: 5 });
    await entries(COURSE).update({ documentId: sewing.documentId, data: { seats: 1 } });
    const ada = visitor();
    expect((await put(ada, sewing, 4)).body.data.items[0].available).toBe(5);
    expect((await order(ada)).status).toBe(201);
    expect((await seatsOf(sewing.documentId)).sort()).toEqual([0, 1]);
  });

  it('is not placed at another price than the one shown', async () => {
    const sewing = await course({ price: 10 });
    const ada = visitor();
    await put(ada, sewing);
    await entries(COURSE).update({
      documentId: sewing.documentId,
      data: { price: 11 },
      status: 'published',
    });
    expect(refusal(await order(ada))).toEqual([409, 'cart_changed']);
    expect((await order(ada)).body.data.order.totals.total).toBe('11.00');
  });

  it('can be read when the course is long deleted', async () => {
    const sewing = await course({ price: 30, seats: 3 });
    const ada = visitor();
    await put(ada, sewing, 2);
    const placed = (await order(ada)).body.data.order;
    await entries(COURSE).delete({ documentId: sewing.documentId });
    const { body } = await ada.send('get', `/orders/${placed.token}`);
    expect(body.data).toMatchObject({
      items: [{ description: 'Sewing', quantity: 2, unitPrice: '30.00', total: '60.00' }],
      totals: { total: '60.00' },
    });
  });

  it('takes all or none across types', async () => {
    const { sku } = await makeProduct(shop.strapi, { stock: 10 });
    const [sewing, opera] = [await course({ seats: 10 }), await ticket({ leftOver: 2 })];
    const carts = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const ada = visitor();
        await ada.add(sku);
        await put(ada, opera);
        await put(ada, sewing);
        return ada;
      })
    );
    const answers = await Promise.all(carts.map((ada) => order(ada)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(await stockOf(shop.strapi, sku)).toBe(8);
    expect(await seatsOf(sewing.documentId)).toEqual([8, 8]);
    const [row] = await rowsOf(shop.strapi, 'tickets', { document_id: opera.documentId });
    expect(Number(row!['left_over'])).toBe(0);
  });

  it('20 buyers and 3 seats: 3 orders, 17 refusals, and no seat too many', async () => {
    const sewing = await course({ seats: 3 });
    const carts = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const ada = visitor();
        await put(ada, sewing);
        return ada;
      })
    );
    const answers = await Promise.all(carts.map((ada) => order(ada)));
    const codes = answers.map(({ status, body }) => body.error?.details.code ?? status);
    expect(codes.filter((code) => code === 201)).toHaveLength(3);
    expect(codes.filter((code) => code === 'insufficient_stock')).toHaveLength(17);
    expect(await seatsOf(sewing.documentId)).toEqual([0, 0]);
  });

  it('orders for {course, ticket} and {ticket, course} at once all succeed', async () => {
    const [sewing, opera] = [await course({ seats: 100 }), await ticket({ leftOver: 100 })];
    const carts = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const ada = visitor();
        for (const thing of index % 2 ? [sewing, opera] : [opera, sewing]) await put(ada, thing);
        return ada;
      })
    );
    const answers = await Promise.all(carts.map((ada) => order(ada)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(await seatsOf(sewing.documentId)).toEqual([88, 88]);
  });

  it('publishing in the middle of a sale neither brings seats back nor sells one too many', async () => {
    const sewing = await course({ seats: 6 });
    const carts = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const ada = visitor();
        await put(ada, sewing);
        return ada;
      })
    );
    const publishing = (async () => {
      for (let round = 0; round < 6; round += 1) await publish(COURSE, sewing.documentId);
    })();
    const buying = carts.map(async (ada) => {
      for (;;) {
        const { status, body } = await order(ada);
        if (body.error?.details.code !== 'cart_changed') return status;
      }
    });
    const statuses = await Promise.all(buying);
    await publishing;
    expect(statuses.filter((status) => status === 201)).toHaveLength(6);
    expect(await seatsOf(sewing.documentId)).toEqual([0, 0]);
  });
});

describe('the number of statements', () => {
  /** What the shop does every few seconds, whoever asks: it counts popularity and hands over sales. */
  const BY_ITSELF = /cartwright_(product_counts|sales|price_history)/;
  const statementsOf = async (run: () => Promise<unknown>) =>
    (await countStatements(shop.strapi, run)).statements.filter(
      (sql) => /cartwright_|courses|tickets|workshops/.test(sql) && !BY_ITSELF.test(sql)
    );

  it('is one more for a mapped type of fields, whatever the number of its things', async () => {
    const { sku } = await makeProduct(shop.strapi);
    const things = [];
    for (let index = 0; index < 10; index += 1) things.push(await course({ seats: 100 }));
    const cartOf = async (wanted: { type: string; documentId: string }[]) => {
      const ada = visitor();
      await ada.add(sku);
      for (const thing of wanted) await put(ada, thing);
      await ada.cart();
      return ada;
    };
    const [none, one, ten] = [
      await cartOf([]),
      await cartOf(things.slice(0, 1)),
      await cartOf(things),
    ];
    const read = async (ada: TestShopper) => (await statementsOf(() => ada.cart())).length;
    const counted = [await read(none), await read(one), await read(ten)];
    expect(counted[1]).toBe(counted[0]! + 1);
    expect(counted[2]).toBe(counted[1]);

    const placed = async (ada: TestShopper) => (await statementsOf(() => order(ada))).length;
    const [first, second] = [await placed(one), await placed(ten)];
    expect(second).toBe(first);
  });

  it('does not grow for a cart without such things, and not for the SKU of a variation', async () => {
    const { sku } = await makeProduct(shop.strapi);
    const ada = visitor();
    await ada.add(sku);
    const touched = [
      ...(await statementsOf(() => ada.cart())),
      ...(await statementsOf(() => ada.add(sku))),
      ...(await statementsOf(() => ada.checkout({ ...DETAILS, paymentMethod: 'manual' }))),
    ];
    expect(touched.filter((sql) => /courses|tickets|workshops/.test(sql))).toEqual([]);
  });
});

describe('an editor’s entry that is being sold', () => {
  it('keeps its other fields', async () => {
    const sewing = await course({ title: 'Knitting', price: 5, seats: 3 });
    const ada = visitor();
    await put(ada, sewing);
    await order(ada);
    const entry: Entry = await entries(COURSE).findOne({
      documentId: sewing.documentId,
      status: 'published',
    });
    expect(entry).toMatchObject({ title: 'Knitting', price: 5, seats: 2 });
  });
});
