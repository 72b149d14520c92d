// cspell:ignore lovelace Ångström Xroad
import { shopOf } from '../../server/compose';
import { fillSearchColumns } from '../../server/storage/orders/fill-search';
import { countStatements } from '../support/count-statements';
import { makeProduct, rowsOf } from '../support/shop';
import { freshKey, shopperOf } from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { type RunningShop, startStrapi } from '../support/strapi';

let shop: RunningShop;
let staff: Staff;

beforeAll(async () => {
  shop = await startStrapi({
    cartwright: {
      currency: 'EUR',
      shipping: { options: [{ code: 'post', label: 'Post', amount: '0' }] },
    },
  });
  staff = await makeStaff(shop);
});
afterAll(() => shop.stop());

interface Wish {
  price?: number;
  quantity?: number;
  email?: string;
  address?: object;
  sku?: string;
  code?: string;
}

const ADA = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  street: '12 Analytical Row',
  city: 'London',
  postcode: 'SW1A 1AA',
  country: 'GB',
};

async function order({
  price = 10,
  quantity = 1,
  email = 'ada@example.com',
  address = {},
  code,
}: Wish = {}) {
  const { sku } = await makeProduct(shop.strapi, { unitPrice: price, stock: 100 });
  const shopper = shopperOf(shop);
  await shopper.add(sku, quantity);
  if (code) await shopper.send('put', '/cart/discount-code', { code });
  const billing = { ...ADA, ...address };
  const placed = await shopper.checkout({ email, billing, shippingOption: 'post' });
  expect(placed.status).toBe(201);
  const { number } = placed.body.data.order as { number: string };
  const { documentId } = await staff.find({ number });
  return { number, documentId, sku, token: placed.body.data.order.token as string };
}

const listed = async (query: string) => {
  const answer = await staff.send('get', `/orders?${query}`);
  expect([answer.status, answer.body.error?.message]).toEqual([200, undefined]);
  return (answer.body.data as { number: string }[]).map(({ number }) => number);
};

const issuesOf = (answer: { body: { error: { details: { issues: { path: string }[] } } } }) =>
  answer.body.error.details.issues.map(({ path }) => path);

describe('the list of orders', () => {
  it('finds an order by its number, name, e-mail, street and SKU, whatever the letters', async () => {
    const { number, sku } = await order({
      email: 'zoe@example.com',
      address: { firstName: 'Zoë', lastName: 'Ångström', street: '7 Weir_Road 100%' },
    });
    for (const q of [number, 'zoë ång', 'ZOË', 'zoe@', 'weir_road', '100%', sku.toLowerCase()]) {
      expect([q, await listed(`q=${encodeURIComponent(q)}`)]).toEqual([q, [number]]);
    }
    expect(await listed('q=weirXroad')).toEqual([]);
  });

  it('narrows down by country, total, time and way to pay', async () => {
    const cheap = await order({ price: 5, address: { country: 'AT', postcode: '1010' } });
    const dear = await order({ price: 500.5, address: { country: 'AT', postcode: '1010' } });
    expect(await listed('country=AT')).toEqual([dear.number, cheap.number]);
    expect(await listed('country=AT&totalFrom=500.50')).toEqual([dear.number]);
    expect(await listed('country=AT&totalTo=500.49')).toEqual([cheap.number]);
    expect(await listed('country=AT&sort=total:asc')).toEqual([cheap.number, dear.number]);
    expect(await listed('country=AT&sort=number:asc')).toEqual([cheap.number, dear.number]);
    expect(await listed('country=AT&paymentMethod=nobody')).toEqual([]);
    const soon = new Date(Date.now() + 60_000).toISOString();
    expect(await listed(`country=AT&from=${soon}`)).toEqual([]);
    expect(await listed(`country=AT&until=${soon}`)).toHaveLength(2);
    const { body } = await staff.send('get', '/orders/choices');
    expect(body.data.countries).toContain('AT');
    expect(body.data.paymentMethods.length).toBeGreaterThan(0);
  });

  it('shows what is to be shipped, and what needs attention', async () => {
    const paid = await order();
    await staff.step(paid, 'mark-as-paid');
    expect(await listed('toShip=true')).toContain(paid.number);
    await staff.step(paid, 'fulfilments');
    expect(await listed('toShip=true')).not.toContain(paid.number);

    const late = await order();
    expect(await listed('attention=true')).not.toContain(late.number);
    await shop.strapi.db
      .connection('cartwright_orders')
      .where({ number: late.number })
      .update({ placed_at: new Date(Date.now() - 4 * 86_400_000) });
    expect(await listed('attention=true')).toContain(late.number);

    const refused = await order();
    const refunds = [
      {
        id: 'r',
        status: 'refused',
        lines: [],
        amount: '1',
        tax: '0',
        shipping: '0',
        overpaid: '0',
      },
    ];
    await shop.strapi.db
      .connection('cartwright_orders')
      .where({ number: refused.number })
      .update({ refunds: JSON.stringify(refunds) });
    expect(await listed('attention=true')).toContain(refused.number);

    const gone = await order();
    await staff.step(gone, 'cancel');
    expect(await listed('toShip=true')).not.toContain(gone.number);
  });

  it('takes four statements, and refuses what is no filter', async () => {
    const { statements } = await countStatements(
      shop.strapi,
      () => staff.send('get', '/orders?q=ada&toShip=true&sort=total:desc&pageSize=100'),
      { only: 'cartwright' }
    );
    expect(statements).toHaveLength(4);
    const bad = await staff.send('get', '/orders?status=lost&from=soon&pages=1&totalFrom=1');
    expect(bad.status).toBe(400);
    expect(issuesOf(bad)).toEqual(['status', 'from', 'pages']);
    const amount = await staff.send('get', '/orders?totalFrom=1,50');
    expect(amount.status).toBe(400);
  });

  it('gives orders from before it was so what they are found by', async () => {
    const { number } = await order({ email: 'old@example.com' });
    await shop.strapi.db
      .connection('cartwright_orders')
      .where({ number })
      .update({ search_text: null, country: null });
    expect(await listed('q=old@example')).toEqual([]);
    expect(await fillSearchColumns(shop.strapi.db.connection)).toBe(1);
    expect(await listed('q=old@example&country=GB')).toEqual([number]);
  });

  it('finds an order that was edited by its new words, and nobody who was erased', async () => {
    const { number, documentId } = await order({ email: 'gone@example.com' });
    const edit = { email: 'new@example.com', expectedTotal: '10.00' };
    expect((await staff.step({ documentId }, 'edit', edit)).status).toBe(200);
    expect(await listed('q=new@example.com')).toEqual([number]);
    expect(await listed('q=gone@example.com')).toEqual([]);

    await staff.step({ documentId }, 'cancel');
    const erased = await staff.send('post', '/customers/erase', { email: 'new@example.com' });
    expect(erased.status).toBe(200);
    expect(await listed('q=new@example.com')).toEqual([]);
    const [row] = await rowsOf(shop.strapi, 'cartwright_orders', { number });
    expect(String(row!['search_text'])).not.toMatch(/ada|lovelace|analytical/);
  });
});

describe('many orders at once', () => {
  it('all that is left of each is shipped, once for a key, and a refusal holds up no other', async () => {
    const [one, two, gone] = [await order({ quantity: 3 }), await order(), await order()];
    await staff.step(gone, 'cancel');
    const body = {
      orders: [one.documentId, gone.documentId, two.documentId, 'nobody'],
      carrier: 'Post',
    };
    const key = { 'Idempotency-Key': freshKey() };
    const first = await staff.send('post', '/orders/bulk/fulfil', body, key);
    expect(first.status).toBe(200);
    const codes = (answer: typeof first) =>
      answer.body.data.map((one: { refusal: { code: string; from: string } | null }) =>
        one.refusal ? `${one.refusal.code} ${one.refusal.from}` : 'done'
      );
    expect(codes(first)).toEqual([
      'done',
      'status_not_allowed cancelled',
      'done',
      'not_found null',
    ]);
    const shipped = await staff.see(one);
    expect(shipped.fulfilments).toMatchObject([{ carrier: 'Post', items: [{ quantity: 3 }] }]);

    // A part of them again under the same key, as after an answer that never came.
    const again = await staff.send(
      'post',
      '/orders/bulk/fulfil',
      { orders: [one.documentId], carrier: 'Post' },
      key
    );
    expect(codes(again)).toEqual(['done']);
    expect((await staff.see(one)).fulfilments).toHaveLength(1);
    const anew = await staff.send('post', '/orders/bulk/fulfil', { orders: [one.documentId] });
    expect(codes(anew)).toEqual(['status_not_allowed fulfilled']);
  });

  it('two editors who ship the same order make one parcel', async () => {
    const { documentId } = await order();
    const answers = await Promise.all(
      [1, 2, 3].map(() => staff.send('post', '/orders/bulk/fulfil', { orders: [documentId] }))
    );
    const done = answers.filter((answer) => answer.body.data[0].refusal === null);
    expect(done).toHaveLength(1);
    expect((await staff.see({ documentId })).fulfilments).toHaveLength(1);
  });

  it('their invoices are issued and printed in one document, in the order that was asked for', async () => {
    const [one, two, gone] = [await order(), await order(), await order()];
    await staff.step(gone, 'cancel');
    const orders = [two.documentId, one.documentId, gone.documentId];
    const none = await staff.send('post', '/orders/print', { orders, document: 'invoice' });
    expect(none.status).toBe(404);
    const issued = await staff.send('post', '/orders/bulk/invoices', { orders });
    expect(issued.body.data.map((one: { refusal: object | null }) => !one.refusal)).toEqual([
      true,
      true,
      false,
    ]);
    const { body } = await staff.send('post', '/orders/print', { orders, document: 'invoice' });
    expect(body.data.count).toBe(2);
    const { html } = body.data as { html: string };
    const place = ({ number }: { number: string }) => html.indexOf(`<dd>${number}</dd>`);
    expect(place(two)).toBeGreaterThan(0);
    expect(place(two)).toBeLessThan(place(one));
    const asked = `document=invoice&orders=${orders.join(',')}`;
    const pdf = await staff.send('get', `/orders/print.pdf?${asked}`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
  });

  it('their packing slips take no more statements for many than for one', async () => {
    const orders = [await order(), await order(), await order()].map((one) => one.documentId);
    const statementsFor = async (some: string[]) => {
      const { result, statements } = await countStatements(
        shop.strapi,
        () => staff.send('post', '/orders/print', { orders: some, document: 'packing-slip' }),
        { only: 'cartwright' }
      );
      expect(result.body.data.count).toBe(some.length);
      return statements.length;
    };
    expect(await statementsFor(orders)).toBe(await statementsFor(orders.slice(0, 1)));
  });

  it('all that match are named, in the order of the list', async () => {
    const one = await order({ address: { country: 'FR', postcode: '75001' } });
    const two = await order({ address: { country: 'FR', postcode: '75001' } });
    const { body } = await staff.send('get', '/orders/names?country=FR&sort=placedAt:asc');
    expect(body.data).toEqual([
      { documentId: one.documentId, number: one.number },
      { documentId: two.documentId, number: two.number },
    ]);
  });

  it('more than one request takes is refused, and so is one order twice', async () => {
    const many = Array.from({ length: 51 }, (_, index) => `order-${index}`);
    for (const orders of [many, ['a', 'a'], []]) {
      const answer = await staff.send('post', '/orders/bulk/fulfil', { orders });
      expect([answer.status, issuesOf(answer)]).toEqual([400, ['orders']]);
    }
  });
});

describe('the file of orders', () => {
  const linesOf = (csv: string) =>
    csv
      .replace(/^\uFEFF/, '')
      .trim()
      .split('\n');
  const matching = async (query: string) => {
    const answer = await staff.send('get', `/orders/export.csv?${query}`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^text\/csv/);
    return linesOf(answer.text);
  };

  it('has a line for each order or each item, and no formula', async () => {
    const { documentId, number } = await order({
      quantity: 2,
      address: { lastName: '=HYPERLINK("http://evil")', country: 'NL', postcode: '1011' },
    });
    const chosen = await staff.send('post', '/orders/export', { orders: [documentId] });
    const lines = linesOf(chosen.body.data.csv);
    expect(lines[0]).toMatch(/^number,placedAt,status,/);
    expect(lines[1]).toMatch(new RegExp(`^${number},`));
    expect(lines[1]).toContain(`'=HYPERLINK`);
    expect(lines[1]).toContain('20.00');
    expect(await matching('country=NL&rows=item')).toHaveLength(2);
  });

  it('of many is read in parts, each in three statements, oldest first', async () => {
    const count = Number(
      (await shop.strapi.db.connection('cartwright_orders').count('* as n').first())?.['n']
    );
    const { result, statements } = await countStatements(shop.strapi, () => matching(''), {
      only: 'cartwright',
    });
    expect(result).toHaveLength(count + 1);
    expect(statements.length).toBeLessThanOrEqual(3 * (Math.ceil(count / 100) + 1));
    const numbers = result.slice(1).map((one) => Number(one.split(',')[0]));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  it('refuses what is no filter, and no orders', async () => {
    expect((await staff.send('get', '/orders/export.csv?status=lost')).status).toBe(400);
    expect((await staff.send('post', '/orders/export', { orders: [] })).status).toBe(400);
  });
});

describe('saved views', () => {
  const filters = { status: 'open', toShip: 'true', sort: 'total:desc' };

  it("are an editor's own, renamed and deleted by nobody else", async () => {
    const kept = await staff.send('post', '/order-views', { name: 'Mine', filters });
    expect(kept.status).toBe(201);
    const { id } = kept.body.data;
    expect((await staff.send('get', '/order-views')).body.data).toMatchObject([
      { id, name: 'Mine', filters, shared: false, own: true },
    ]);

    const other = { id: 'somebody else', name: 'Bo' };
    const { savedViews } = shopOf(shop.strapi);
    expect(await savedViews.list('orders', other)).toEqual([]);
    await expect(
      savedViews.change(id, { name: 'Theirs', filters, shared: true }, other)
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(savedViews.remove(id, other)).rejects.toMatchObject({ code: 'not_found' });

    const wish = { name: 'Ours', filters, shared: true };
    expect((await staff.send('put', `/order-views/${id}`, wish)).status).toBe(200);
    expect(await savedViews.list('orders', other)).toMatchObject([{ id, name: 'Ours' }]);
    // Saving it once more as it is changes nothing and is no mistake.
    expect((await staff.send('put', `/order-views/${id}`, wish)).status).toBe(200);
  });

  it('have names that are not taken, even by two at once', async () => {
    const keep = () => staff.send('post', '/order-views', { name: 'Twice', filters });
    const statuses = (await Promise.all([keep(), keep(), keep()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 400, 400]);
    const [row] = await rowsOf(shop.strapi, 'cartwright_saved_views', { name: 'Ours' });
    const taken = await staff.send('put', `/order-views/${String(row!['view_id'])}`, {
      name: 'Twice',
      filters,
      shared: false,
    });
    expect([taken.status, issuesOf(taken)]).toEqual([400, ['name']]);
  });

  it('know no other filters', async () => {
    for (const [body, path] of [
      [{ name: '', filters }, 'name'],
      [{ name: 'x', filters: { token: 'y' } }, 'filters.token'],
      [{ name: 'x', filters: { status: '' } }, 'filters.status'],
    ] as const) {
      const answer = await staff.send('post', '/order-views', body);
      expect([answer.status, issuesOf(answer)]).toEqual([400, [path]]);
    }
  });
});
