// cspell:ignore firstname lastname Itor
import { startStrapi, type RunningShop } from '../../support/strapi';
import { type Kit, kitOf, type Row, stopWhenIdle } from './kit';

/** Rule 2.1: the same holds whichever door a write came through. Here: the Content Manager, as the browser uses it. */
const PRODUCTS = '/content-manager/collection-types/plugin::cartwright.product';
const VARIATIONS = '/content-manager/collection-types/plugin::cartwright.product-variation';

let app: RunningShop;
let kit: Kit;
let token: string;
let s: string, m: string;

beforeAll(async () => {
  app = await startStrapi({ cartwright: { maxVariations: 3 } });
  kit = kitOf(app.strapi);
  const admin = await app
    .http()
    .post('/admin/register-admin')
    .send({
      email: 'editor@example.com',
      password: 'Editor-Password-1',
      firstname: 'Ed',
      lastname: 'Itor',
    })
    .expect(200);
  token = admin.body.data.token;
  s = await kit.option('Size', 'S', 1);
  m = await kit.option('Size', 'M', 2);
});
afterAll(() => stopWhenIdle(app));

const send = (method: 'post' | 'put' | 'delete', path: string, body?: object) =>
  app.http()[method](path).set('Authorization', `Bearer ${token}`).send(body);

const connect = (...documentIds: string[]) => ({
  connect: documentIds.map((documentId) => ({ documentId })),
  disconnect: [],
});
const disconnect = (...documentIds: string[]) => ({
  connect: [],
  disconnect: documentIds.map((documentId) => ({ documentId })),
});

const create = async (body: object): Promise<Row> => {
  const answer = await send('post', PRODUCTS, body);
  expect(answer.status).toBe(201);
  return answer.body.data;
};

describe('the Content Manager', () => {
  it('creates, saves, publishes, un-publishes and discards', async () => {
    const { documentId: id, slug } = await create({ title: 'Shelf', options: connect(s, m) });
    expect(slug).toBe('shelf');
    expect(await kit.skusOf(id)).toEqual(['shelf-s', 'shelf-m']);

    await send('post', `${PRODUCTS}/${id}/actions/publish`, { title: 'Shelf' }).expect(200);
    await kit.expectWhole(id);
    await send('put', `${PRODUCTS}/${id}`, { options: disconnect(m) }).expect(200);
    expect(await kit.skusOf(id)).toEqual(['shelf-s']);
    await kit.expectWhole(id);

    await send('post', `${PRODUCTS}/${id}/actions/discard`, {}).expect(200);
    expect(await kit.skusOf(id)).toEqual(['shelf-s', 'shelf-m']);

    await send('put', `${PRODUCTS}/${id}`, { options: disconnect(s) }).expect(200);
    await send('post', `${PRODUCTS}/${id}/actions/unpublish`, { discardDraft: true }).expect(200);
    expect(await kit.rowsOf(id)).toHaveLength(1);
    expect(await kit.skusOf(id)).toEqual(['shelf-s', 'shelf-m']);
    await kit.expectWhole(id);
  });

  it('creates and publishes in one step, and saves and publishes in one step', async () => {
    const answer = await send('post', `${PRODUCTS}/actions/publish`, {
      title: 'At Once',
      options: connect(s),
    }).expect(200);
    const id = answer.body.data.documentId;
    expect(answer.body.data).toMatchObject({ slug: 'at-once', sku: 'at-once-s' });
    expect(await kit.rowsOf(id)).toHaveLength(2);
    await kit.expectWhole(id);

    await send('post', `${PRODUCTS}/${id}/actions/publish`, { options: connect(m) }).expect(200);
    expect(await kit.skusOf(id)).toEqual(['at-once-s', 'at-once-m']);
    await kit.expectWhole(id);
  });

  it('shows a refusal at its field and writes nothing', async () => {
    const l = await kit.option('Size', 'L', 3);
    const xl = await kit.option('Size', 'XL', 4);
    const { documentId: id } = await create({ title: 'Refused', options: connect(s) });
    const answer = await send('put', `${PRODUCTS}/${id}`, {
      title: 'Changed',
      options: connect(m, l, xl),
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({
      name: 'ValidationError',
      details: {
        code: 'invalid_input',
        count: 4,
        errors: [{ path: ['options'], name: 'ValidationError' }],
      },
    });
    expect(await kit.rowsOf(id)).toMatchObject([{ title: 'Refused' }]);
    await kit.expectWhole(id);
  });

  it('saves a variation, and says what is wrong with one', async () => {
    const { documentId: id } = await create({ title: 'Hook', options: connect(s, m) });
    const { documentId } = await kit.bySku('hook-m');
    await send('put', `${VARIATIONS}/${documentId}`, {
      unitPrice: 4.5,
      stock: 3,
      isDefault: true,
      sku: 'hook-m',
      retired: true,
      productDocumentId: 'forged',
      options: { connect: [], disconnect: [] },
      product: { connect: [], disconnect: [] },
    }).expect(200);
    expect(await kit.defaultOf(id)).toMatchObject({
      sku: 'hook-m',
      unitPrice: 4.5,
      retired: false,
    });
    await kit.expectWhole(id);

    for (const [body, code, path] of [
      [{ unitPrice: 4.505 }, 'invalid_amount', 'unitPrice'],
      [{ unitPrice: 4, salePrice: 5 }, 'invalid_amount', 'salePrice'],
      [{ sku: 'hook-s' }, 'invalid_input', 'sku'],
      [{ options: connect(s) }, 'invalid_input', 'options'],
    ] as const) {
      const answer = await send('put', `${VARIATIONS}/${documentId}`, body);
      expect([body, answer.status]).toEqual([body, 400]);
      expect(answer.body.error.details).toMatchObject({ code, errors: [{ path: [path] }] });
    }
    await kit.expectWhole(id);
  });

  it('clones: own slug and SKUs, and nothing is taken from the original', async () => {
    const { documentId: id } = await create({ title: 'Twin', options: connect(s, m) });
    const answer = await send('post', `${PRODUCTS}/clone/${id}`, { title: 'Twin' }).expect(200);
    const copy = answer.body.data.documentId;
    expect(copy).not.toBe(id);
    expect(await kit.skusOf(id)).toEqual(['twin-s', 'twin-m']);
    expect(await kit.skusOf(copy)).toEqual(['twin-2-s', 'twin-2-m']);
    await kit.expectWhole(id);
    await kit.expectWhole(copy);
  });

  it('publishes, un-publishes and deletes many at once', async () => {
    const ids: string[] = [];
    for (const title of ['Bulk', 'Bulk', 'Bulk']) {
      ids.push((await create({ title, options: connect(s, m) })).documentId);
    }
    await send('post', `${PRODUCTS}/actions/bulkPublish`, { documentIds: ids }).expect(200);
    for (const id of ids) {
      expect(await kit.rowsOf(id)).toHaveLength(2);
      await kit.expectWhole(id);
    }
    for (const id of ids) await kit.products.update({ documentId: id, data: { options: [s] } });
    await send('post', `${PRODUCTS}/actions/bulkUnpublish`, { documentIds: ids }).expect(200);
    for (const id of ids) {
      expect(await kit.rowsOf(id)).toHaveLength(1);
      await kit.expectWhole(id);
    }
    await send('post', `${PRODUCTS}/actions/bulkDelete`, { documentIds: ids }).expect(200);
    for (const id of ids) {
      expect(await kit.rowsOf(id)).toEqual([]);
      expect(await kit.variationsOf(id)).toEqual([]);
    }
  });

  it('deletes many variations at once, but never the last', async () => {
    const { documentId: id } = await create({ title: 'Rack', options: connect(s, m) });
    const documentIds = (await kit.liveOf(id)).map((row) => row.documentId);
    const refused = await send('post', `${VARIATIONS}/actions/bulkDelete`, { documentIds });
    expect(refused.status).toBe(400);
    expect(await kit.skusOf(id)).toEqual(['rack-s', 'rack-m']);
    await send('post', `${VARIATIONS}/actions/bulkDelete`, {
      documentIds: documentIds.slice(0, 1),
    }).expect(200);
    expect(await kit.skusOf(id)).toEqual(['rack-m']);
    await kit.expectWhole(id, { combinations: 'some' });
  });
});

describe('a script', () => {
  it('that creates as published gets a published product, whole', async () => {
    const created = await kit.products.create({
      data: { title: 'Imported', options: [s] },
      status: 'published',
    });
    expect(created).toMatchObject({ slug: 'imported', sku: 'imported-s' });
    expect(created.publishedAt).not.toBeNull();
    await kit.expectWhole(created.documentId);
    await kit.products.update({
      documentId: created.documentId,
      data: { options: [s, m] },
      status: 'published',
    });
    await kit.expectWhole(created.documentId);
    const rows = await kit.rowsOf(created.documentId);
    expect(rows.map(({ options }) => options.length)).toEqual([2, 2]);
  });

  it('that deletes many rows by query leaves no variation without a product', async () => {
    const ids: string[] = [];
    for (const title of ['Sweep', 'Sweep']) {
      const { documentId } = await kit.products.create({ data: { title }, status: 'published' });
      ids.push(documentId);
    }
    await app.strapi.db.query('plugin::cartwright.product').deleteMany({
      where: { documentId: { $in: ids } },
    });
    for (const id of ids) expect(await kit.variationsOf(id)).toEqual([]);
  });

  it('that deletes variations by query gets them made anew, because a product has at least one', async () => {
    const { documentId: id } = await kit.products.create({
      data: { title: 'Bared', options: [s] },
    });
    await app.strapi.db
      .query('plugin::cartwright.product-variation')
      .deleteMany({ where: { productDocumentId: id } });
    expect(await kit.skusOf(id)).toEqual(['bared-s']);
    await kit.expectWhole(id);
  });
});

describe('a clone (2.3)', () => {
  it('takes prices, images, weights and the default; stock 0 where counted; no ratings', async () => {
    const picture = await kit.image(await kit.file(), 'shared');
    const { documentId: id } = await kit.products.create({
      data: { title: 'Original', options: [s, m], images: [picture] },
    });
    await kit.products.publish({ documentId: id });
    await kit.variations.update({
      documentId: (await kit.bySku('original-s')).documentId,
      data: { unitPrice: 10, stock: 4 },
    });
    await kit.variations.update({
      documentId: (await kit.bySku('original-m')).documentId,
      data: {
        unitPrice: 12,
        salePrice: 11,
        costPrice: 4.5,
        weight: 250,
        isDefault: true,
        image: picture,
      },
    });
    await app.strapi.db
      .connection('cartwright_products')
      .where({ document_id: id })
      .update({ rating_count: 3, rating_sum: 12, rating_average: 4 });
    const before = [await kit.variationsOf(id), await kit.rowsOf(id)];

    const { documentId: copy, entries } = await kit.products.clone({ documentId: id });

    expect(entries).toMatchObject([{ slug: 'original-2', sku: 'original-2-m', unitPrice: 12 }]);
    expect(await kit.liveOf(copy)).toMatchObject([
      { sku: 'original-2-s', unitPrice: 10, stock: 0, isDefault: false },
      {
        sku: 'original-2-m',
        unitPrice: 12,
        salePrice: 11,
        costPrice: 4.5,
        weight: 250,
        stock: null,
        isDefault: true,
        image: { documentId: picture },
      },
    ]);
    expect(await kit.rowsOf(copy)).toMatchObject([
      { publishedAt: null, ratingCount: 0, ratingSum: 0, ratingAverage: null },
    ]);
    expect([await kit.variationsOf(id), await kit.rowsOf(id)]).toEqual(before);
    await kit.expectWhole(copy);
    await kit.expectWhole(id);

    // The picture is shown by both, so it outlives the copy.
    await kit.products.delete({ documentId: copy });
    expect(await kit.images.findOne({ documentId: picture })).not.toBeNull();
    await kit.expectWhole(id);
  });

  it('keeps a slug that is given, and leaves retired variations behind', async () => {
    const { documentId: id } = await kit.products.create({
      data: { title: 'Source', options: [s, m] },
    });
    await kit.products.update({ documentId: id, data: { options: [m] } });
    const { documentId: copy } = await kit.products.clone({
      documentId: id,
      data: { title: 'Target', slug: 'target' },
    });
    expect(await kit.variationsOf(copy)).toMatchObject([{ sku: 'target-m', retired: false }]);
    await kit.products.publish({ documentId: id });
    await kit.products.publish({ documentId: copy });
    await kit.expectWhole(copy);
  });
});
