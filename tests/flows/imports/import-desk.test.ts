// cspell:ignore Pröduct magento Überraschung
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';

import type { Response } from 'supertest';

import { UIDS } from '../../../content-types/uids';
import { shopOf } from '../../../server/compose';
import type { ImportRunDto } from '../../../server/contracts/imports';
import { PERMISSIONS } from '../../../server/permissions';
import { adminOf } from '../../support/admin';
import { documents, makeProduct, rowsOf, stockOf } from '../../support/shop';
import { makeStaff, type Staff } from '../../support/staff';
import { startStrapi, type RunningShop } from '../../support/strapi';

/** Staff bring products as a file, look what would happen, and let it happen. */

let shop: RunningShop;
let grace: Staff;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR' } });
  grace = await makeStaff(shop);
});
afterAll(() => shop.stop());

const HEADER = 'slug,title,sku,unitPrice,stock';
const sheet = (...lines: string[]) => [HEADER, ...lines].join('\n');
const bring = (text: string, filename = 'products.csv', token = grace.token): Promise<Response> =>
  shop
    .http()
    .post('/cartwright/imports')
    .set('Authorization', `Bearer ${token}`)
    .attach('files', Buffer.from(text), filename)
    .then((response) => response);
const brought = async (text: string, filename?: string): Promise<ImportRunDto> =>
  (await bring(text, filename)).body.data;
const start = (id: string, phase: 'check' | 'import', body: object = {}) =>
  grace.send('post', `/imports/${id}/${phase}`, body);
const see = async (id: string): Promise<ImportRunDto> =>
  (await grace.send('get', `/imports/${id}`)).body.data;
const refusal = ({ status, body }: Response) => [status, body.error?.details.code];
const products = () => documents(shop.strapi, UIDS.product).findMany();

async function ended(id: string): Promise<ImportRunDto> {
  for (;;) {
    const run = await see(id);
    if (run.state !== 'running') return run;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function whole(id: string, phase: 'check' | 'import', body: object = {}) {
  expect((await start(id, phase, body)).status).toBe(202);
  return ended(id);
}

/** Keeps an import at its first product until it is let go. */
async function held<Result>(work: (letGo: () => void) => Promise<Result>): Promise<Result> {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const imports = shopOf(shop.strapi).imports;
  const original = imports.importProducts;
  const spy = jest.spyOn(imports, 'importProducts').mockImplementation(async (request) => {
    await gate;
    return original(request);
  });
  try {
    return await work(letGo);
  } finally {
    letGo();
    spy.mockRestore();
  }
}

const leftovers = () => readdirSync(tmpdir()).filter((name) => /^cartwright-upload-/.test(name));

describe('a file', () => {
  it.each([
    ['cartwright', sheet('mug,Mug,MUG,10,1'), 'cartwright'],
    ['with semicolons', 'slug;title\nmug;Mug', 'cartwright'],
    ['shopify', 'Handle,Title,Variant Price\nhat,Hat,10', 'shopify'],
    ['woocommerce', 'Type,Name,Regular price\nsimple,Hat,10', 'woocommerce'],
    ['nothing of ours', 'a,b\n1,2', null],
  ])('%s is recognised by its header', async (_what, text, dialect) => {
    const run = await brought(text, 'Überraschung.csv');
    expect(run).toMatchObject({
      filename: 'Überraschung.csv',
      dialect,
      state: 'waiting',
      phase: null,
      by: grace.name,
      checked: null,
      imported: null,
    });
  });

  it('that is none is refused, and nothing of it stays', async () => {
    const before = (await rowsOf(shop.strapi, 'cartwright_import_runs')).length;
    expect(refusal(await bring(''))).toEqual([400, 'invalid_input']);
    expect(refusal(await grace.send('post', '/imports', { files: 'x' }))).toEqual([
      400,
      'invalid_input',
    ]);
    const two = await shop
      .http()
      .post('/cartwright/imports')
      .set('Authorization', `Bearer ${grace.token}`)
      .attach('files', Buffer.from('a'), 'a.csv')
      .attach('files', Buffer.from('b'), 'b.csv');
    expect(refusal(two)).toEqual([400, 'invalid_input']);
    expect((await rowsOf(shop.strapi, 'cartwright_import_runs')).length).toBe(before);
    expect(leftovers()).toEqual([]);
  });

  it('of any length comes back as it was', async () => {
    const text = sheet(
      ...Array.from({ length: 4000 }, (_, index) => `p-${index},Pröduct ${Math.random()},,1,`)
    );
    const { id, size } = await brought(text);
    expect(size).toBe(Buffer.byteLength(text));
    const { readImportContent } = await import('../../../server/storage/imports/import-files');
    expect((await readImportContent(shop.strapi.db.connection, id)).toString()).toBe(text);
  });

  it('that is too long is refused', async () => {
    const answer = await bring(`slug,title\n${'x'.repeat(33 * 1024 * 1024)}`);
    expect(refusal(answer)).toEqual([400, 'invalid_input']);
  });
});

describe('check and import', () => {
  it('tells first what would happen, and then lets it happen', async () => {
    await makeProduct(shop.strapi, { title: 'Old mug', stock: 1, unitPrice: 5 });
    const text = sheet('old-mug,Old mug,,7.00,4', 'new-mug,New mug,NEW,8.00,2', 'bad,Bad,,8.001,1');
    const { id } = await brought(text);
    const checked = await whole(id, 'check');
    const report = { created: 1, updated: 1, unchanged: 0 };
    expect(checked).toMatchObject({
      state: 'done',
      phase: 'check',
      done: 3,
      total: 3,
      checked: { ...report, failed: { count: 1, first: [expect.objectContaining({ line: 4 })] } },
      imported: null,
      error: null,
    });
    expect(await stockOf(shop.strapi, 'old-mug')).toBe(1);

    const imported = await whole(id, 'import');
    expect(imported).toMatchObject({ state: 'done', phase: 'import', imported: report });
    expect(await stockOf(shop.strapi, 'old-mug')).toBe(4);
    expect(await stockOf(shop.strapi, 'NEW')).toBe(2);

    const again = await whole(id, 'import');
    expect(again.imported).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  });

  it('is not imported before it was checked as what it is', async () => {
    const { id } = await brought(sheet('x1,X1,,1,1'));
    expect(refusal(await start(id, 'import'))).toEqual([422, 'status_not_allowed']);
    await whole(id, 'check');
    expect(refusal(await start(id, 'import', { dialect: 'shopify' }))).toEqual([
      422,
      'status_not_allowed',
    ]);
    expect((await whole(id, 'import')).state).toBe('done');
  });

  it('of the wrong kind says so, and can be told the right one', async () => {
    const { id } = await brought('a,b\n1,2');
    expect(refusal(await start(id, 'check'))).toEqual([400, 'invalid_input']);
    expect(refusal(await start(id, 'check', { dialect: 'magento' }))).toEqual([
      400,
      'invalid_input',
    ]);
    const run = await whole(id, 'check', { dialect: 'shopify' });
    expect(run).toMatchObject({ state: 'failed', dialect: 'shopify', checked: null });
    expect(run.error).toContain('is not of the dialect "shopify"');
  });

  it('runs one at a time, wherever it was asked for', async () => {
    const [one, other] = [await brought(sheet('y1,Y1,,1,1')), await brought(sheet('y2,Y2,,1,1'))];
    await held(async (letGo) => {
      const answers = await Promise.all([start(one.id, 'check'), start(other.id, 'check')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([202, 422]);
      expect(refusal(await start(one.id, 'check'))).toEqual([422, 'status_not_allowed']);
      letGo();
    });
    await ended(one.id);
    await ended(other.id);
    expect((await whole(other.id, 'check')).state).toBe('done');
  });

  it('stops when it is cancelled, and keeps what is done', async () => {
    const { id } = await brought(sheet('z1,Z1,,1,1', 'z2,Z2,,1,1'));
    await whole(id, 'check');
    const before = (await products()).length;
    const run = await held(async (letGo) => {
      await start(id, 'import');
      expect((await grace.send('post', `/imports/${id}/cancel`)).status).toBe(200);
      // It hears of it with its next beat.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      letGo();
      return ended(id);
    });
    expect(run).toMatchObject({ state: 'cancelled', imported: { created: 0 } });
    expect((await products()).length).toBe(before);
    expect((await whole(id, 'import')).imported).toMatchObject({ created: 2 });
  });

  it('of a server that ended is interrupted, and can be started again', async () => {
    const { id } = await brought(sheet('w1,W1,,1,1'));
    await whole(id, 'check');
    const runs = () => shop.strapi.db.connection('cartwright_import_runs').where({ run_id: id });
    // As a killed server leaves it.
    await runs().update({
      state: 'running',
      phase: 'import',
      slot: 'import',
      attempt: 7,
      beat_at: new Date(Date.now() - 10_000),
    });
    expect((await see(id)).state).toBe('running');
    expect(refusal(await start(id, 'import'))).toEqual([422, 'status_not_allowed']);
    await runs().update({ beat_at: new Date(Date.now() - 31_000) });
    expect(await see(id)).toMatchObject({ state: 'interrupted', phase: 'import' });
    expect((await whole(id, 'import')).imported).toMatchObject({ created: 1 });
  });

  it('whose server was given up too early has nothing more to say', async () => {
    const { id } = await brought(sheet('v1,V1,,1,1'));
    const runs = () => shop.strapi.db.connection('cartwright_import_runs').where({ run_id: id });
    await held(async (letGo) => {
      await start(id, 'check');
      await runs().update({ state: 'interrupted', slot: null });
      letGo();
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(await see(id)).toMatchObject({ state: 'interrupted', checked: null });
    });
  });

  it('is interrupted when the server ends in good order', async () => {
    const { id } = await brought(sheet('u1,U1,,1,1', 'u2,U2,,1,1'));
    await held(async (letGo) => {
      await start(id, 'check');
      const stopping = shopOf(shop.strapi).importDesk.stop();
      letGo();
      await stopping;
    });
    expect((await see(id)).state).toBe('interrupted');
  });

  it('leaves nothing in the temporary folder', () => {
    expect(leftovers()).toEqual([]);
  });

  it('does not take an import for the form of an editor', async () => {
    await makeProduct(shop.strapi, { title: 'Moved', stock: 1 });
    const { id } = await brought(sheet('moved,Moved,,10,6'));
    await whole(id, 'check');
    await whole(id, 'import');
    const [movement] = await shop.strapi.db
      .connection('cartwright_stock_movements')
      .where({ sku: 'moved', change: 5 });
    expect(movement.actor).toBeNull();
  });
});

describe('what is kept', () => {
  it('are the last ten files, newest first, and what they say', async () => {
    const made: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      made.push((await brought(sheet(`k${index},K,,1,1`), `k-${index}.csv`)).id);
    }
    const { data, meta } = (await grace.send('get', '/imports')).body;
    expect(data.map(({ id }: ImportRunDto) => id)).toEqual(made.slice(2).reverse());
    expect(meta.mostBytes).toBe(32 * 1024 * 1024);
    expect((await grace.send('get', `/imports/${made[0]!}`)).status).toBe(404);
    const parts = await rowsOf(shop.strapi, 'cartwright_import_parts');
    expect(new Set(parts.map((part) => part['run_id']))).toEqual(new Set(made.slice(2)));
  });

  it('is the report, as a file that no spreadsheet takes for formulas', async () => {
    const { id } = await brought(sheet('good,Good,,1,1', 'bad,Bad,,=2+5,1'));
    await whole(id, 'check');
    const { text, headers } = await grace.send('get', `/imports/${id}/report.csv`);
    expect(headers['content-disposition']).toContain('import-report.csv');
    const [header, line] = text.replace('\uFEFF', '').split('\n');
    expect(header).toBe('line,kind,message');
    expect(line).toMatch(/^3,left out,/);
  });
});

describe('examples', () => {
  it.each(['cartwright', 'shopify', 'woocommerce'])('of %s can be imported', async (dialect) => {
    const { text } = await grace.send('get', `/imports/examples/${dialect}.csv`);
    const run = await brought(text);
    expect(run.dialect).toBe(dialect);
    const { checked } = await whole(run.id, 'check');
    expect(checked).toMatchObject({ created: 2, updated: 0 });
    expect(checked?.failed.first).toEqual([]);
    const columns = checked?.notes.first.filter((note) => note.includes('no place in the shop'));
    expect(columns).toEqual([]);
  });

  it('of another kind are 400', async () => {
    expect((await grace.send('get', '/imports/examples/magento.csv')).status).toBe(400);
  });
});

describe('an export', () => {
  const slugsOf = (text: string) =>
    text
      .replace('\uFEFF', '')
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split(',')[0] || []);
  const take = async (query = '') => {
    const { text } = await grace.send('get', `/exports/products.csv${query}`);
    return slugsOf(text);
  };

  it('has all products, the published ones, or those of a category', async () => {
    const shelf = await documents(shop.strapi, UIDS.category).create({ data: { title: 'Shelf' } });
    await makeProduct(shop.strapi, {
      title: 'On the shelf',
      fields: { categories: [shelf.documentId] },
    });
    await makeProduct(shop.strapi, { title: 'Not published', published: false });
    const all = await take();
    expect(all).toEqual(expect.arrayContaining(['on-the-shelf', 'not-published']));
    const published = await take('?published=true');
    expect(published).toContain('on-the-shelf');
    expect(published).not.toContain('not-published');
    expect(await take(`?category=${shelf.documentId}`)).toEqual(['on-the-shelf']);
    expect((await grace.send('get', '/exports/products.csv?published=1')).status).toBe(400);
  });

  it('is what an import finds nothing to do with', async () => {
    const { text } = await grace.send('get', '/exports/products.csv');
    const { id } = await brought(text);
    const { checked } = await whole(id, 'check');
    expect(checked).toMatchObject({ created: 0, updated: 0, failed: { count: 0 } });
    expect(checked!.unchanged).toBe((await products()).length);
  });
});

describe('who may', () => {
  it('nobody without the permission', async () => {
    const importer = await adminOf(shop, [PERMISSIONS.runImports]);
    const exporter = await adminOf(shop, [PERMISSIONS.runExports]);
    const { id } = await brought(sheet('t1,T1,,1,1'));
    for (const path of ['/imports', `/imports/${id}`, '/imports/examples/shopify.csv']) {
      expect((await shop.http().get(`/cartwright${path}`)).status).toBe(401);
      expect((await exporter.get(path)).status).toBe(403);
      expect((await importer.get(path)).status).toBe(200);
    }
    for (const step of ['check', 'import', 'cancel']) {
      expect((await exporter.post(`/imports/${id}/${step}`)).status).toBe(403);
    }
    expect((await exporter.post('/imports')).status).toBe(403);
    expect((await importer.get('/exports/products.csv')).status).toBe(403);
    expect((await exporter.get('/exports/products.csv')).status).toBe(200);
  });
});
