// cspell:ignore templ
import type { Response } from 'supertest';

import { UIDS } from '../../content-types/uids';
import type { CodeBatchDto } from '../../server/contracts/discount-codes';
import { PERMISSIONS } from '../../server/permissions';
import { countStatements } from '../support/count-statements';
import { documents, type Entry, makeProduct, rowsOf } from '../support/shop';
import { freshKey, shopperOf } from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { type RunningShop, startStrapi } from '../support/strapi';

jest.setTimeout(180_000);

let shop: RunningShop;
let staff: Staff;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { shop: { website: 'https://shop.example' } } });
  staff = await makeStaff(shop);
});
afterAll(async () => {
  await shop.stop();
});

type Fields = Record<string, unknown>;

const codes = () => documents(shop.strapi, UIDS.discountCode);
const send = (method: 'get' | 'post' | 'put', path: string, body?: object, key?: string) =>
  staff.send(method, `/discount-codes${path}`, body, key ? { 'Idempotency-Key': key } : {});

let made = 0;
const order = (wish: Fields = {}) => ({
  batch: `Batch ${(made += 1)}`,
  pattern: `B${made}-????-####`,
  count: 5,
  active: true,
  discountPercent: '10',
  maxUses: 1,
  ...wish,
});
const generate = (wish: Fields = {}, key?: string) => send('post', '/batches', order(wish), key);
const codesOf = (batch: string) => rowsOf(shop.strapi, 'cartwright_discount_codes', { batch });
const refusal = ({ status, body }: Response) => [
  status,
  body.error?.details.code,
  body.error?.details.issues?.map(({ path }: { path: string }) => path),
];

async function madeBatch(wish: Fields = {}): Promise<CodeBatchDto> {
  const answer = await generate(wish);
  expect([answer.status, answer.body.error]).toEqual([200, undefined]);
  return answer.body.data;
}

/** An order of one thing at 20.00 with this code. */
async function orderWith(code: string, details: Fields = {}) {
  const { sku } = await makeProduct(shop.strapi, { unitPrice: 20 });
  const who = shopperOf(shop);
  await who.add(sku);
  await who.send('put', '/cart/discount-code', { code });
  const placed = await who.checkout(details);
  expect(placed.status).toBe(201);
  return placed.body.data.order as { number: string };
}

describe('the generator', () => {
  it('makes many different codes for one use each, which hold at once', async () => {
    const batch = await madeBatch({ count: 250, pattern: 'many-????-####' });
    expect(batch).toMatchObject({ codes: 250, active: 250, used: 0 });
    const rows = await codesOf(batch.name);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(250);
    for (const { code } of rows) expect(code).toMatch(/^MANY-[A-HJ-NP-Z]{4}-[2-9]{4}$/);
    expect(rows[0]).toMatchObject({ title: batch.name, max_uses: 1, used_count: 0 });

    const [first] = rows;
    await orderWith(String(first?.['code']));
    const listed = (await send('get', '/batches')).body.data as CodeBatchDto[];
    expect(listed.find(({ name }) => name === batch.name)).toMatchObject({ codes: 250, used: 1 });
    const again = shopperOf(shop);
    await again.add((await makeProduct(shop.strapi)).sku);
    const refused = await again.send('put', '/cart/discount-code', { code: first?.['code'] });
    expect(refused.body.error.details.code).toBe('discount_code_exhausted');
  });

  it('gives the Content Manager whole entries: found, opened and saved like any other', async () => {
    const { name } = await madeBatch({ count: 1, minPurchase: '5.00', validTo: null });
    const [entry] = await codes().findMany({ filters: { batch: name } });
    expect(entry).toMatchObject({ minPurchase: 5, discountPercent: 10, appliesTo: 'cart' });
    const saved = await codes().update({
      documentId: entry!.documentId,
      data: { maxUses: 2, batch: 'another' },
    });
    expect(saved).toMatchObject({ maxUses: 2, batch: name });
  });

  it('takes what is selected over from a code', async () => {
    const [inside, outside] = [await makeProduct(shop.strapi), await makeProduct(shop.strapi)];
    const template = await codes().create({
      data: {
        title: 'Template',
        code: 'TEMPLATE',
        active: true,
        discountPercent: 50,
        appliesTo: 'selection',
        products: [inside.documentId],
      },
    });
    const found = (await send('get', '/templates?q=templ')).body.data;
    expect(found).toMatchObject([
      { documentId: template.documentId, discountPercent: '50', appliesTo: 'selection' },
    ]);
    const { name } = await madeBatch({
      count: 3,
      discountPercent: '50',
      appliesTo: 'selection',
      template: template.documentId,
    });
    for (const { code } of await codesOf(name)) {
      const who = shopperOf(shop);
      await who.add(outside.sku);
      const refused = await who.send('put', '/cart/discount-code', { code });
      expect(refused.body.error.details.code).toBe('discount_code_not_applicable');
      await who.add(inside.sku);
      const { body } = await who.send('put', '/cart/discount-code', { code });
      expect(body.data.totals).toMatchObject({ subtotal: '20.00', discount: '5.00' });
    }
  });

  it.each<[string, Fields, unknown[]]>([
    ['no name', { batch: '  ' }, [400, 'invalid_input', ['batch']]],
    ['no placeholder', { pattern: 'SAME' }, [400, 'invalid_input', ['pattern']]],
    ['too few codes', { pattern: 'X#', count: 9 }, [400, 'invalid_input', ['pattern']]],
    ['too many', { count: 10_001 }, [400, 'invalid_input', ['count']]],
    ['none', { count: 0 }, [400, 'invalid_input', ['count']]],
    ['no discount', { discountPercent: null }, [400, 'invalid_input', ['discountPercent']]],
    ['too much', { discountPercent: '101' }, [400, 'invalid_input', ['discountPercent']]],
    ['no number', { discountPercent: 'ten' }, [400, 'invalid_input', ['discountPercent']]],
    [
      'two discounts',
      { discountDeduct: '1' },
      [400, 'invalid_input', ['discountDeduct', 'discountPercent']],
    ],
    ['half a cent', { minPurchase: '1.005' }, [400, 'invalid_amount', undefined]],
    [
      'an empty window',
      { validFrom: '2030-01-02T00:00:00Z', validTo: '2030-01-01T00:00:00Z' },
      [400, 'invalid_input', ['validTo']],
    ],
    ['a selection of nothing', { appliesTo: 'selection' }, [400, 'invalid_input', ['template']]],
    [
      'a selection of nobody',
      { appliesTo: 'selection', template: 'none' },
      [400, 'invalid_input', ['template']],
    ],
    ['an unknown field', { usedCount: 5 }, [400, 'invalid_input', ['usedCount']]],
  ])('refuses %s, and makes none', async (_, wish, expected) => {
    const before = await shop.strapi.db.query(UIDS.discountCode).count();
    expect(refusal(await generate(wish))).toEqual(expected);
    expect(await shop.strapi.db.query(UIDS.discountCode).count()).toBe(before);
  });

  it('draws again what the shop has already, to the last code', async () => {
    for (const code of ['LAST-2', 'LAST-3']) {
      await codes().create({ data: { title: code, code, discountPercent: 5 } });
    }
    expect(refusal(await generate({ pattern: 'LAST-#', count: 7 }))).toEqual([
      400,
      'invalid_input',
      ['pattern'],
    ]);
    const { name } = await madeBatch({ pattern: 'LAST-#', count: 6 });
    expect((await codesOf(name)).map(({ code }) => code).sort()).toEqual(
      ['4', '5', '6', '7', '8', '9'].map((digit) => `LAST-${digit}`)
    );
  });

  it('makes them once, however often the button is pressed', async () => {
    const key = freshKey();
    const wish = order();
    const answers = await Promise.all([1, 2, 3].map(() => send('post', '/batches', wish, key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.map(({ body }) => body.data.codes)).toEqual([5, 5, 5]);
    expect(await codesOf(wish.batch)).toHaveLength(5);
    const other = await send('post', '/batches', { ...wish, count: 6 }, key);
    expect(refusal(other).slice(0, 2)).toEqual([409, 'idempotency_conflict']);
  });

  it('two editors with one name, or with one pattern, do not meet', async () => {
    const wish = order();
    const [a, b] = await Promise.all([
      send('post', '/batches', wish),
      send('post', '/batches', { ...wish, batch: wish.batch.toUpperCase() }),
    ]);
    expect([a.status, b.status].sort()).toEqual([200, 400]);
    const tight = await Promise.all(
      ['One', 'Two', 'Three'].map((batch) => generate({ batch, pattern: 'TIGHT-##', count: 20 }))
    );
    expect(tight.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('writes a hundred codes in a statement', async () => {
    const count = async (wish: Fields) => {
      const { statements } = await countStatements(shop.strapi, () => generate(wish), {
        only: 'cartwright',
      });
      return statements.length;
    };
    const few = await count({ count: 1 });
    const many = await count({ count: 1000 });
    // A look whether they are free, and the insert, for each hundred.
    expect(many - few).toBe(18);
  });

  it('shows what a pattern makes before anything is made', async () => {
    const { name } = await madeBatch();
    const show = async (body: object) => (await send('post', '/batches/preview', body)).body.data;
    const shown = await show({ pattern: 'new-##', count: 10, batch: name.toLowerCase() });
    expect(shown).toMatchObject({
      fault: null,
      possible: '64',
      room: 'guessable',
      isTaken: true,
    });
    expect(shown.examples).toHaveLength(3);
    expect(shown.examples[0]).toMatch(/^NEW-[2-9]{2}$/);
    expect(await show({ pattern: 'A B', count: 10 })).toMatchObject({
      fault: 'characters',
      examples: [],
    });
  });
});

describe('a batch', () => {
  it('is exported again, with links, and without formulas', async () => {
    const { name } = await madeBatch({ batch: '=Letter', count: 2, active: false });
    const { body } = await send('post', '/batches/csv', { batch: name });
    const [head, first] = String(body.data.csv).split('\r\n');
    expect(head).toBe('\uFEFFCode,Batch,Active,Used,Max uses,Valid from,Valid to,Link');
    const [row] = await codesOf(name);
    const code = String(row?.['code']);
    expect(first).toBe(`${code},'=Letter,no,0,1,,,https://shop.example/?code=${code}`);
  });

  it('is switched off and on together; carts see it at once', async () => {
    const { name } = await madeBatch({ count: 3, maxUses: null });
    const { sku } = await makeProduct(shop.strapi);
    const who = shopperOf(shop);
    await who.add(sku);
    const code = String((await codesOf(name))[0]?.['code']);
    await who.send('put', '/cart/discount-code', { code });
    const off = await send('put', '/batches/active', { batch: name, active: false });
    expect(off.body.data).toMatchObject({ codes: 3, active: 0 });
    const { body } = await who.cart();
    expect([body.data.discountCode, body.data.totals.discount]).toEqual([null, '0.00']);
    const on = await send('put', '/batches/active', { batch: name, active: true });
    expect(on.body.data).toMatchObject({ active: 3 });
  });

  it('is deleted: what was used stays, unless that is said', async () => {
    const { name } = await madeBatch({ count: 3 });
    await orderWith(String((await codesOf(name))[0]?.['code']));
    const first = await send('post', '/batches/delete', { batch: name });
    expect(first.body.data).toEqual({ deleted: 2, kept: 1 });
    const second = await send('post', '/batches/delete', { batch: name, alsoUsed: true });
    expect(second.body.data).toEqual({ deleted: 1, kept: 0 });
    const third = await send('post', '/batches/delete', { batch: name });
    expect(refusal(third).slice(0, 2)).toEqual([404, 'not_found']);
    expect((await send('post', '/batches/csv', { batch: name })).status).toBe(404);
  });
});

describe('the uses of a code', () => {
  const newCode = (wish: Fields = {}): Promise<Entry> =>
    codes().create({
      data: {
        title: 'Used',
        code: `USED-${(made += 1)}`,
        active: true,
        discountPercent: 15,
        ...wish,
      },
    });
  const usesOf = async ({ documentId }: Entry, query = '') =>
    (await send('get', `/${documentId}/uses${query}`)).body;

  it('are its orders, newest first, with what each was given and the exact sum', async () => {
    const code = await newCode({ discountPercent: null, discountDeduct: 0.1 });
    const numbers = [];
    for (let index = 0; index < 3; index += 1) {
      numbers.unshift((await orderWith(String(code['code']))).number);
    }
    const { data, meta } = await usesOf(code);
    expect(data.map(({ number }: { number: string }) => number)).toEqual(numbers);
    expect(data[0]).toMatchObject({ amount: '0.10', counts: true, customer: expect.any(String) });
    expect(meta.given).toEqual([{ amount: '0.30', currency: 'USD' }]);
    const second = await usesOf(code, '?page=2&pageSize=2');
    expect(second.data).toHaveLength(1);
    expect(second.meta.pagination).toEqual({ page: 2, pageSize: 2, pageCount: 2, total: 3 });
  });

  it('that were given back are marked, and count no more', async () => {
    const code = await newCode();
    const { number } = await orderWith(String(code['code']));
    await orderWith(String(code['code']));
    const placed = await staff.find({ number });
    expect((await staff.step(placed, 'cancel', { reason: null })).status).toBe(200);
    const { data, meta } = await usesOf(code);
    expect(data.map((use: Fields) => [use['number'] === number, use['counts']])).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(meta.given).toEqual([{ amount: '3.00', currency: 'USD' }]);
  });

  it('of an earlier code with the same name are not its own', async () => {
    const first = await newCode();
    const { number } = await orderWith(String(first['code']));
    await staff.step(await staff.find({ number }), 'cancel', { reason: null });
    await codes().delete({ documentId: first.documentId });
    const second = await newCode({ code: first['code'] });
    expect((await usesOf(second)).data).toEqual([]);
    expect((await send('get', '/no-such-code/uses')).status).toBe(404);
  });
});

describe('a code while it is edited', () => {
  it('is checked with what the shop knows of it, and has a link', async () => {
    const product = await makeProduct(shop.strapi);
    const code = await codes().create({
      data: {
        title: 'Checked',
        code: 'CHECKED',
        active: true,
        discountPercent: 15,
        maxUses: 1,
        appliesTo: 'selection',
        products: [product.documentId],
      },
    });
    const check = async (wish: Fields) =>
      (
        await send('post', '/check', {
          documentId: code.documentId,
          code: 'CHECKED',
          active: true,
          discountPercent: 15,
          maxUses: 1,
          appliesTo: 'selection',
          ...wish,
        })
      ).body.data;
    expect(await check({})).toEqual({
      warnings: [],
      link: 'https://shop.example/?code=CHECKED',
      hasWebsite: true,
    });
    const emptied = await check({ products: { disconnect: [product.documentId] } });
    expect(emptied.warnings).toEqual(['selection_empty']);
    await shop.strapi.db
      .connection('cartwright_discount_codes')
      .where({ code: 'CHECKED' })
      .update({ used_count: 1 });
    expect((await check({})).warnings).toEqual(['exhausted']);
    expect((await check({ documentId: null, maxUses: 0 })).warnings).toEqual([
      'never_usable',
      'selection_empty',
    ]);
  });
});

describe('a role', () => {
  /** With our permissions and the Content Manager's on discount codes. */
  async function roleWith(ours: string[], rights: string[]) {
    const name = `Role ${(made += 1)}`;
    const role = await shop.strapi.service('admin::role').create({ name, description: name });
    await shop.strapi.service('admin::role').assignPermissions(role.id, [
      ...ours.map((action) => ({ action })),
      ...rights.map((right) => ({
        action: `plugin::content-manager.explorer.${right}`,
        subject: UIDS.discountCode,
        properties: { fields: ['title', 'code'] },
      })),
    ]);
    const email = `role-${made}@example.com`;
    const user = { email, firstname: name, password: 'Password1', isActive: true };
    await shop.strapi.service('admin::user').create({ ...user, roles: [role.id] });
    const login = await shop.http().post('/admin/login').send({ email, password: 'Password1' });
    return async (method: 'get' | 'post' | 'put', path: string, body: object = {}) => {
      const request = shop.http()[method](`/cartwright/discount-codes${path}`);
      const token = `Bearer ${String(login.body.data.token)}`;
      return method === 'get'
        ? request.set('Authorization', token)
        : request.set('Authorization', token).send(body);
    };
  }

  it('needs the shop’s permission and the host’s', async () => {
    const { name } = await madeBatch();
    const [row] = await codesOf(name);
    const uses = `/${String(row?.['document_id'])}/uses`;
    const none = await roleWith([], ['create', 'update', 'delete']);
    const alone = await roleWith([PERMISSIONS.generateCodes], []);
    const both = await roleWith([PERMISSIONS.generateCodes], ['create', 'update', 'delete']);
    const requests = [
      ['post', '/batches', order()],
      ['put', '/batches/active', { batch: name, active: false }],
      ['post', '/batches/delete', { batch: name }],
    ] as const;
    for (const [method, path, body] of requests) {
      expect([path, (await none(method, path, body)).status]).toEqual([path, 403]);
      expect([path, (await alone(method, path, body)).status]).toEqual([path, 403]);
      expect([path, (await both(method, path, body)).status]).toEqual([path, 200]);
    }
    expect((await none('get', '/batches')).status).toBe(403);
    expect((await alone('get', '/batches')).status).toBe(200);
    expect((await both('get', uses)).status).toBe(403);
    expect((await both('post', '/check')).status).toBe(403);
  });

  it('that may not see orders is not told who ordered', async () => {
    const code = await codes().create({
      data: { title: 'Quiet', code: 'QUIET', active: true, discountPercent: 5 },
    });
    await orderWith('QUIET');
    const path = `/${code.documentId}/uses`;
    const marketing = await roleWith([PERMISSIONS.seeCodeUses], []);
    const seen = await marketing('get', path);
    expect(seen.body.data).toMatchObject([{ customer: null, amount: '1.00' }]);
    expect(JSON.stringify(seen.body)).not.toMatch(/@|Ada/);
    const sellers = await roleWith([PERMISSIONS.seeCodeUses, PERMISSIONS.readOrders], []);
    expect((await sellers('get', path)).body.data[0].customer).toEqual(expect.any(String));
  });
});
