import { UIDS } from '../../../content-types/uids';
import { shopOf } from '../../../server/compose';
import { changeVariation, documents, makeProduct, rowsOf, stockOf } from '../../support/shop';
import { shopperOf } from '../../support/shopper';
import { startStrapi, type RunningShop } from '../../support/strapi';
import { stopWhenIdle } from './kit';

/** An editor opens a variation, goes for lunch, and saves. The world went on meanwhile. */

type Fields = Record<string, unknown>;

let shop: RunningShop;
let editor: string;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR' } });
  const admin = await shop
    .http()
    .post('/admin/register-admin')
    .send({
      email: 'editor@example.com',
      password: 'Editor-Password-1',
      firstname: 'Ed',
      lastname: 'Stone',
    })
    .expect(200);
  editor = admin.body.data.token;
});
afterAll(() => stopWhenIdle(shop));
afterEach(async () => {
  expect((await shopOf(shop.strapi).rebuild.rebuildAll()).drifted).toEqual([]);
});

const path = (documentId: string) =>
  `/content-manager/collection-types/${UIDS.productVariation}/${documentId}`;
const manage = (method: 'get' | 'put' | 'post', url: string, body?: object, token = editor) =>
  shop.http()[method](url).set('Authorization', `Bearer ${token}`).send(body);

/** What the host's form leaves out before it sends an entry back, and what it makes of relations. */
const LEFT_OUT = ['id', 'createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy'];
const RELATIONS = ['product', 'options', 'image'];

/** The form in an editor's browser: opened once, saved later with what was changed in it. */
async function openForm(sku: string, token = editor) {
  const { documentId } = await rowOf(sku);
  const { data } = (await manage('get', path(documentId), undefined, token).expect(200)).body;
  const kept = Object.entries(data as Fields).filter(
    ([name, value]) => !LEFT_OUT.includes(name) && !RELATIONS.includes(name) && value !== null
  );
  const relations = RELATIONS.map((name) => [name, { connect: [], disconnect: [] }]);
  const body: Fields = Object.fromEntries([...kept, ...relations]);
  return {
    body,
    save: (changed: Fields) =>
      manage('put', path(documentId), { ...body, ...changed }, token).then((answer) => answer),
  };
}

const rowOf = (sku: string) =>
  shop.strapi.db.query(UIDS.productVariation).findOne({ where: { sku } });
const product = async (wish: object = {}) =>
  makeProduct(shop.strapi, { unitPrice: 20, stock: 10, ...wish });
const movements = async (sku: string) =>
  (await rowsOf(shop.strapi, 'cartwright_stock_movements', { sku })).map(
    ({ reason, change }) => `${String(reason)} ${String(change)}`
  );

async function buy(sku: string, quantity: number) {
  const ada = shopperOf(shop);
  await ada.add(sku, quantity);
  expect((await ada.checkout({ paymentMethod: 'manual' })).status).toBe(201);
}

const ISSUE = 'while this form was open. Nothing was saved; reload, and change it again.';

function expectConflict({ status, body }: { status: number; body: Fields }, told: object) {
  expect(status).toBe(400);
  expect(body).toMatchObject({
    data: null,
    error: {
      name: 'ValidationError',
      details: {
        code: 'invalid_input',
        errors: Object.entries(told).map(([name, message]) => ({
          path: [name],
          message: `${String(message)} ${ISSUE}`,
        })),
      },
    },
  });
}

describe('units that were sold while the form was open', () => {
  it('stay sold when something else is saved', async () => {
    const { sku, documentId } = await product();
    const form = await openForm(sku);
    expect(form.body['stock']).toBe(10);
    await buy(sku, 3);
    expect((await form.save({ unitPrice: 25 })).status).toBe(200);
    expect(await rowOf(sku)).toMatchObject({ stock: 7, unitPrice: 25 });
    const copies = await rowsOf(shop.strapi, 'cartwright_products', { document_id: documentId });
    expect(copies.map(({ stock }) => stock)).toEqual([7, 7]);
    expect(await movements(sku)).toEqual(['edited 10', 'order -3']);
  });

  it('are told to who changed the stock, and nothing is half-written', async () => {
    const { sku } = await product();
    const form = await openForm(sku);
    await buy(sku, 3);
    expectConflict(await form.save({ stock: 12, unitPrice: 25 }), {
      stock: 'Stock went from 10 to 7',
    });
    expect(await rowOf(sku)).toMatchObject({ stock: 7, unitPrice: 20 });

    const reloaded = await openForm(sku);
    expect((await reloaded.save({ stock: 12, unitPrice: 25 })).status).toBe(200);
    expect(await rowOf(sku)).toMatchObject({ stock: 12, unitPrice: 25 });
    expect(await movements(sku)).toEqual(['edited 10', 'order -3', 'edited 5']);
  });

  it('are no conflict when nothing was sold', async () => {
    const { sku } = await product();
    const form = await openForm(sku);
    expect((await form.save({ stock: 12 })).status).toBe(200);
    expect(await stockOf(shop.strapi, sku)).toBe(12);
  });

  it('and orders that come while it is saved: none of their units comes back', async () => {
    const { sku } = await product({ stock: 50 });
    const form = await openForm(sku);
    const sales = Array.from({ length: 12 }, () => buy(sku, 1));
    const [answer] = await Promise.all([form.save({ unitPrice: 20, weight: 3 }), ...sales]);
    expect(answer.status).toBe(200);
    expect(await stockOf(shop.strapi, sku)).toBe(38);
  });

  it('of a script are not asked about: what it sends is what it wants', async () => {
    const { sku } = await product();
    await openForm(sku);
    await buy(sku, 3);
    await changeVariation(shop.strapi, sku, { stock: 10 });
    expect(await stockOf(shop.strapi, sku)).toBe(10);
    expect(await movements(sku)).toEqual(['edited 10', 'order -3', 'edited 3']);
  });
});

describe('a sale that ended while the form was open', () => {
  const start = async (productDocumentId: string) => {
    const sales = documents(shop.strapi, UIDS.sale);
    const { documentId } = await sales.create({
      data: { title: 'Half', active: true, discountPercent: 50, products: [productDocumentId] },
    });
    return () => sales.delete({ documentId });
  };

  it('leaves no price that was set by hand', async () => {
    const { sku, documentId } = await product();
    const end = await start(documentId);
    const form = await openForm(sku);
    expect(form.body['salePrice']).toBe(10);
    await end();
    expect((await form.save({ weight: 250 })).status).toBe(200);
    expect(await rowOf(sku)).toMatchObject({ salePrice: null, saleId: null, weight: 250 });
  });

  it('is told to who changed its price', async () => {
    const { sku, documentId } = await product();
    const end = await start(documentId);
    const form = await openForm(sku);
    await end();
    expectConflict(await form.save({ salePrice: 9 }), {
      salePrice: 'Sale price went from 10.00 to none',
    });
    expect(await rowOf(sku)).toMatchObject({ salePrice: null, handSalePrice: null });
  });

  it('or began: the form that knows nothing of it takes nothing back', async () => {
    const { sku, documentId } = await product();
    const form = await openForm(sku);
    const end = await start(documentId);
    expect((await form.save({ weight: 250 })).status).toBe(200);
    expect(await rowOf(sku)).toMatchObject({ salePrice: 10, handSalePrice: null });
    await end();
    expect(await rowOf(sku)).toMatchObject({ salePrice: null });
  });
});

describe('two editors', () => {
  it('change different fields, and both are kept', async () => {
    const { sku } = await product();
    const [ann, ben] = [await openForm(sku), await openForm(sku)];
    expect((await ben.save({ unitPrice: 30 })).status).toBe(200);
    expect((await ann.save({ weight: 100 })).status).toBe(200);
    expect(await rowOf(sku)).toMatchObject({ unitPrice: 30, weight: 100 });
  });

  it('change the same field: the second one is told', async () => {
    const { sku } = await product();
    const [ann, ben] = [await openForm(sku), await openForm(sku)];
    expect((await ben.save({ unitPrice: 30 })).status).toBe(200);
    expectConflict(await ann.save({ unitPrice: 40 }), {
      unitPrice: 'Unit price went from 20.00 to 30.00',
    });
    expect(await rowOf(sku)).toMatchObject({ unitPrice: 30 });
  });

  it('mean the same, and nobody is told anything', async () => {
    const { sku } = await product();
    const [ann, ben] = [await openForm(sku), await openForm(sku)];
    expect((await ben.save({ unitPrice: 30 })).status).toBe(200);
    expect((await ann.save({ unitPrice: '30.00' })).status).toBe(200);
  });

  it('at the same instant: one is written, one is told', async () => {
    const { sku } = await product();
    const forms = await Promise.all([1, 2, 3, 4].map(() => openForm(sku)));
    const answers = await Promise.all(forms.map((form, index) => form.save({ stock: 20 + index })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
    const written = answers.findIndex(({ status }) => status === 200);
    expect(await stockOf(shop.strapi, sku)).toBe(20 + written);
    expect(await movements(sku)).toEqual(['edited 10', `edited ${10 + written}`]);
  });

  it('do not move the default back', async () => {
    const { skus } = await product({ options: { Size: ['S', 'M'] } });
    const [small = '', medium = ''] = skus;
    const form = await openForm(small);
    expect(form.body['isDefault']).toBe(true);
    await changeVariation(shop.strapi, medium, { isDefault: true });
    expect((await form.save({ weight: 100 })).status).toBe(200);
    expect(await rowOf(medium)).toMatchObject({ isDefault: true });
    expect(await rowOf(small)).toMatchObject({ isDefault: false, weight: 100 });
  });
});

describe('what the form carries', () => {
  it('is stored nowhere, and no shopper or script sees it', async () => {
    const { sku } = await product();
    const form = await openForm(sku);
    expect(typeof form.body['asOpened']).toBe('string');
    await form.save({ weight: 5 });
    const row = await rowOf(sku);
    expect(row.asOpened).toBeNull();
    const found = await documents(shop.strapi, UIDS.productVariation).findOne({
      documentId: row.documentId,
    });
    expect(found['asOpened']).toBeNull();
  });

  it('speaks of one variation only', async () => {
    const { skus } = await product({ options: { Size: ['S', 'M'] } });
    const [small = '', medium = ''] = skus;
    const { asOpened } = (await openForm(small)).body;
    await buy(medium, 3);
    const { documentId } = await rowOf(medium);
    await manage('put', path(documentId), { stock: 12, asOpened }).expect(200);
    expect(await stockOf(shop.strapi, medium)).toBe(12);
  });

  it.each(['', 'no JSON', '[]', '{}', '{"documentId":1,"values":{}}', 7, true, {}])(
    'is refused when it is nonsense: %j',
    async (asOpened) => {
      const { sku } = await product();
      const answer = await (await openForm(sku)).save({ stock: 3, asOpened });
      expect(answer.status).toBe(400);
      expect(answer.body.error.details).toMatchObject({ code: 'invalid_input' });
      expect(await stockOf(shop.strapi, sku)).toBe(10);
    }
  );

  it('works for a role with few fields, and tells it no others', async () => {
    const { sku } = await product();
    const packer = await makePacker(['sku', 'stock', 'weight']);
    const form = await openForm(sku, packer);
    expect(JSON.parse(String(form.body['asOpened'])).values).toEqual({
      sku,
      stock: '10',
      weight: null,
    });
    await buy(sku, 3);
    expect((await form.save({ weight: 100 })).status).toBe(200);
    expect(await rowOf(sku)).toMatchObject({ stock: 7, weight: 100, unitPrice: 20 });
    expectConflict(await form.save({ stock: 11 }), { stock: 'Stock went from 10 to 7' });
  });

  async function makePacker(fields: string[]): Promise<string> {
    const role = (await manage('post', '/admin/roles', { name: 'Packer', description: '' })).body;
    const permissions = ['read', 'update'].map((name) => ({
      action: `plugin::content-manager.explorer.${name}`,
      subject: UIDS.productVariation,
      properties: { fields },
      conditions: [],
    }));
    await manage('put', `/admin/roles/${role.data.id}/permissions`, { permissions }).expect(200);
    const user = { firstname: 'Pat', email: 'pat@example.com', roles: [role.data.id] };
    const { registrationToken } = (await manage('post', '/admin/users', user).expect(201)).body
      .data;
    const userInfo = { firstname: 'Pat', password: 'Packer-Password-1' };
    const made = await shop
      .http()
      .post('/admin/register')
      .send({ registrationToken, userInfo })
      .expect(200);
    return made.body.data.token;
  }
});
