import { UIDS } from '../../content-types/uids';
import type { SalePreviewDto } from '../../server/contracts/sale-preview';
import { PERMISSIONS } from '../../server/permissions';
import { pluginTables } from '../../server/storage/persisted-tables';
import { adminOf } from '../support/admin';
import { countStatements } from '../support/count-statements';
import { changeVariation, documents, makeProduct } from '../support/shop';
import { API } from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { type RunningShop, startStrapi } from '../support/strapi';

jest.setTimeout(120_000);

let shop: RunningShop;
let staff: Staff;

beforeAll(async () => {
  shop = await startStrapi();
  staff = await makeStaff(shop);
});
afterAll(async () => {
  await shop.stop();
});

type Fields = Record<string, unknown>;

const DAY = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();

const sales = () => documents(shop.strapi, UIDS.sale);
const saveSale = async (data: Fields) =>
  (await sales().create({ data: { title: 'Sale', active: true, ...data } })).documentId;
const removeSales = async () => {
  for (const { documentId } of await sales().findMany()) await sales().delete({ documentId });
};
afterEach(removeSales);

const ask = (form: Fields) => staff.send('post', '/sales/preview', form);
async function preview(form: Fields): Promise<SalePreviewDto> {
  const answer = await ask({ active: true, pageSize: 100, ...form });
  expect([answer.status, answer.body.error]).toEqual([200, undefined]);
  return answer.body.data;
}
const choose = (...products: { documentId: string }[]) => ({
  connect: products.map(({ documentId }) => documentId),
});
const told = ({ rows }: SalePreviewDto) =>
  rows.map(({ sku, outcome, before, after }) => [sku, outcome, before, after]);

/** Every row of every table of the plugin. */
async function everything(): Promise<string> {
  const tables: Record<string, unknown> = {};
  for (const table of pluginTables(shop.strapi)) {
    tables[table] = await shop.strapi.db.connection(table).orderBy('id');
  }
  return JSON.stringify(tables);
}

/** What a shopper is asked for each SKU of a product. */
async function storePrices(slug: string): Promise<Record<string, string | null>> {
  const { body } = await shop.http().get(`${API}/catalog/products/${slug}`);
  return Object.fromEntries(
    body.data.variations.map((variation: { sku: string; price: string | null }) => [
      variation.sku,
      variation.price,
    ])
  );
}

describe('the preview of a sale', () => {
  it('tells what a save will do, to the cent, and leaves nothing behind', async () => {
    const shirt = await makeProduct(shop.strapi, {
      options: { Size: ['S', 'M', 'L'] },
      unitPrice: '1.27',
    });
    const [small, medium, large] = shirt.skus as [string, string, string];
    await changeVariation(shop.strapi, medium, { unitPrice: 20, salePrice: 5 });
    await changeVariation(shop.strapi, large, { unitPrice: null });
    const before = await everything();

    const form = { discountPercent: '30', products: choose(shirt) };
    const seen = await preview(form);
    expect(told(seen)).toEqual([
      [small, 'reduced', '1.27', '0.89'],
      [medium, 'outbid', '5.00', '5.00'],
      [large, 'no_price', null, null],
    ]);
    expect(seen).toMatchObject({ products: 1, variations: 1, reached: 3, changes: 1, lost: 0 });
    expect(await everything()).toBe(before);

    await saveSale({ discountPercent: 30, products: [shirt.documentId] });
    const prices = await storePrices(shirt.slug);
    expect(seen.rows.map(({ sku, after }) => [sku, after])).toEqual(
      [small, medium, large].map((sku) => [sku, prices[sku] ?? null])
    );
  });

  it('agrees with the store, whatever sales and hand-set prices meet', async () => {
    const made = [];
    for (const unitPrice of ['5.00', '5.01', '19.99', '80.00']) {
      made.push(await makeProduct(shop.strapi, { unitPrice, options: { Size: ['S', 'M'] } }));
    }
    await changeVariation(shop.strapi, made[2]!.skus[1]!, { salePrice: 12.5 });
    const category = await documents(shop.strapi, UIDS.category).create({
      data: { title: 'Winter' },
    });
    await documents(shop.strapi, UIDS.category).publish({ documentId: category.documentId });
    for (const { documentId } of made.slice(1)) {
      await documents(shop.strapi, UIDS.product).update({
        documentId,
        data: { categories: [category.documentId] },
      });
      await documents(shop.strapi, UIDS.product).publish({ documentId });
    }
    await saveSale({ discountPercent: 40, products: [made[1]!.documentId] });
    await saveSale({ discountExact: 30, products: [made[3]!.documentId], validFrom: inDays(2) });
    await saveSale({ discountPercent: 90, allProducts: true, validTo: inDays(-1) });

    for (const draft of [
      { discountDeduct: '5', categories: { connect: [category.documentId] } },
      { discountExact: '10', allProducts: true },
      { discountPercent: '25', products: choose(made[0]!, made[3]!) },
    ]) {
      const seen = await preview(draft);
      const { discountDeduct, discountExact, discountPercent } = draft as unknown as Record<
        string,
        string
      >;
      const documentId = await saveSale({
        discountDeduct: discountDeduct ?? null,
        discountExact: discountExact ?? null,
        discountPercent: discountPercent ?? null,
        allProducts: 'allProducts' in draft,
        products: 'products' in draft ? draft.products?.connect : [],
        categories: 'categories' in draft ? draft.categories?.connect : [],
      });
      const known = new Map(seen.rows.map((row) => [row.sku, row.after]));
      for (const { slug } of made) {
        for (const [sku, price] of Object.entries(await storePrices(slug))) {
          if (known.has(sku)) expect([sku, known.get(sku)]).toEqual([sku, price]);
        }
      }
      expect(seen.rows.length).toBeGreaterThan(3);
      await sales().delete({ documentId });
    }
  });

  it('takes the form in place of what is stored: narrowed, widened, switched off', async () => {
    const [kept, dropped, added] = [
      await makeProduct(shop.strapi, { title: 'A kept', unitPrice: '10' }),
      await makeProduct(shop.strapi, { title: 'B dropped', unitPrice: '10' }),
      await makeProduct(shop.strapi, { title: 'C added', unitPrice: '10' }),
    ];
    const sale = await saveSale({
      discountPercent: 50,
      products: [kept.documentId, dropped.documentId],
    });
    const form = { sale, discountPercent: '50' };
    expect(await preview(form)).toMatchObject({ changes: 0, variations: 2 });

    const changed = await preview({
      ...form,
      discountPercent: '20',
      products: { connect: [added.documentId], disconnect: [dropped.documentId] },
    });
    expect(changed.rows.map((row) => [row.sku, row.outcome, row.stored, row.after])).toEqual([
      [kept.sku, 'reduced', '5.00', '8.00'],
      [dropped.sku, 'left', '5.00', '10.00'],
      [added.sku, 'reduced', '10.00', '8.00'],
    ]);
    expect(changed).toMatchObject({ changes: 3, lost: 1, variations: 2, reached: 2 });

    const off = await preview({ ...form, active: false });
    expect(off).toMatchObject({ changes: 2, variations: 2, warnings: ['inactive'] });

    const copy = await preview({ copyOf: sale, discountPercent: '60' });
    expect(copy).toMatchObject({ changes: 2, takesOverFrom: [{ variations: 2 }] });
  });

  it('names the other sales: taken over, lower, lower for a time, lower all the time', async () => {
    const thing = await makeProduct(shop.strapi, { unitPrice: '100' });
    const products = [thing.documentId];
    const small = await saveSale({ title: 'Small', discountPercent: 10, products });
    await saveSale({
      title: 'Black Friday',
      discountPercent: 60,
      products,
      validFrom: inDays(10),
      validTo: inDays(12),
    });
    const form = { products: choose(thing), validTo: inDays(30) };
    const seen = await preview({ ...form, discountPercent: '20' });
    expect(seen.takesOverFrom).toEqual([
      { sale: { documentId: small, title: 'Small' }, variations: 1 },
    ]);
    expect(seen.handsOverTo).toMatchObject([{ sale: { title: 'Black Friday' }, variations: 1 }]);
    expect(seen.rows[0]).toMatchObject({ before: '90.00', after: '80.00', percent: '11.1' });

    const low = await preview({ ...form, discountPercent: '5' });
    expect(low.outbidBy).toMatchObject([{ sale: { title: 'Small' }, variations: 1 }]);
    expect(low.warnings).toEqual(['shadowed']);

    const friday = await preview({ ...form, discountPercent: '20', at: inDays(11) });
    expect(told(friday)).toEqual([[thing.sku, 'outbid', '40.00', '40.00']]);
    const afterwards = await preview({ ...form, discountPercent: '20', at: inDays(31) });
    expect(told(afterwards)).toEqual([[thing.sku, 'not_valid', '90.00', '90.00']]);
  });

  it('is told for the moment at which the sale begins', async () => {
    const thing = await makeProduct(shop.strapi, { unitPrice: '100' });
    const validFrom = inDays(5);
    const seen = await preview({ discountDeduct: '1', products: choose(thing), validFrom });
    expect(seen.at).toBe(validFrom);
    expect(told(seen)).toEqual([[thing.sku, 'reduced', '100.00', '99.00']]);
    const now = await preview({ discountDeduct: '1', products: choose(thing), at: inDays(-5) });
    expect(Math.abs(new Date(now.at).getTime() - Date.now())).toBeLessThan(60_000);
  });

  it.each<[Fields, string[]]>([
    [{}, ['discount_missing']],
    [{ discountPercent: '10', discountExact: '1' }, ['discount_several']],
    [{ discountPercent: '101' }, ['discount_wrong']],
    [{ discountDeduct: '1.005' }, ['discount_wrong']],
    [{ discountPercent: '10', validTo: inDays(-1) }, ['window_over']],
    [{ discountPercent: '10', validFrom: inDays(2), validTo: inDays(1) }, ['window_empty']],
    [{ discountPercent: '100' }, ['free']],
    [{ discountPercent: '60' }, ['below_cost']],
    [{ discountPercent: '50' }, []],
    [{ discountPercent: '50', active: false }, ['inactive']],
  ])('warns before a save: %j %j', async (form, warnings) => {
    const thing = await makeProduct(shop.strapi, {
      unitPrice: '10',
      variation: { costPrice: warnings.includes('free') ? null : '5.00' },
    });
    const seen = await preview({ products: choose(thing), ...form });
    expect(seen.warnings).toEqual(warnings);
  });

  it('warns of a sale that reaches nothing', async () => {
    expect((await preview({ discountPercent: '10' })).warnings).toEqual(['scope_empty']);
    const empty = await documents(shop.strapi, UIDS.category).create({ data: { title: 'Empty' } });
    const seen = await preview({
      discountPercent: '10',
      categories: { connect: [empty.documentId] },
    });
    expect([seen.warnings, seen.rows]).toEqual([['scope_without_products'], []]);
  });

  it('shows its rows page by page, searched and filtered; the sums are of all of them', async () => {
    const made = [];
    for (const title of ['Zebra mug', 'Apple mug', 'Kite mug']) {
      made.push(await makeProduct(shop.strapi, { title, unitPrice: '10' }));
    }
    await changeVariation(shop.strapi, made[2]!.sku, { unitPrice: null });
    const form = { discountPercent: '10', products: choose(...made) };
    const first = await preview({ ...form, pageSize: 2 });
    expect(first.rows.map(({ product }) => product)).toEqual(['Apple mug', 'Kite mug']);
    expect(first).toMatchObject({
      variations: 2,
      pagination: { page: 1, pageSize: 2, pageCount: 2, total: 3 },
    });
    const second = await preview({ ...form, pageSize: 2, page: 2 });
    expect(second.rows.map(({ product }) => product)).toEqual(['Zebra mug']);
    const found = await preview({ ...form, q: 'ZEBRA' });
    expect([found.rows.length, found.variations]).toEqual([1, 2]);
    const skipped = await preview({ ...form, show: 'skipped' });
    expect(skipped.rows.map(({ outcome }) => outcome)).toEqual(['no_price']);
    expect((await preview({ ...form, show: 'reduced' })).pagination.total).toBe(2);
  });

  it('asks the database as often for sixty variations as for one', async () => {
    const count = async (products: { documentId: string }[]) => {
      const { statements } = await countStatements(
        shop.strapi,
        () => preview({ discountPercent: '10', products: choose(...products) }),
        { only: 'cartwright' }
      );
      expect(statements.filter((sql) => !/^\s*select/i.test(sql))).toEqual([]);
      expect(statements.filter((sql) => /for (update|share)/i.test(sql))).toEqual([]);
      return statements.length;
    };
    const one = await makeProduct(shop.strapi, { options: { Size: ['S'] } });
    const many = [];
    for (let index = 0; index < 20; index += 1) {
      many.push(await makeProduct(shop.strapi, { options: { Size: ['S', 'M', 'L'] } }));
    }
    expect(await count(many)).toBe(await count([one]));
  });

  it('waits for nobody who changes prices, and keeps nobody waiting', async () => {
    // SQLite has one connection: there, everybody waits for a transaction.
    if (shop.dialect === 'sqlite') return;
    const thing = await makeProduct(shop.strapi, { unitPrice: '10' });
    const table = 'cartwright_product_variations';
    await shop.strapi.db.connection.transaction(async (trx) => {
      await trx(table).forUpdate().select('id');
      const seen = await preview({ discountPercent: '10', products: choose(thing) });
      expect(seen.variations).toBe(1);
    });
  });
});

describe('its file', () => {
  const BOM = '\uFEFF';
  const csv = async (form: Fields): Promise<string[]> => {
    const answer = await staff.send('post', '/sales/preview/csv', { active: true, ...form });
    expect(answer.status).toBe(200);
    return String(answer.body.data.csv).split('\r\n');
  };

  it('has all rows, and says why some are skipped', async () => {
    const thing = await makeProduct(shop.strapi, {
      title: 'Plate, "large"',
      options: { Colour: ['Ash', 'Birch'] },
      unitPrice: '10',
      variation: { costPrice: '9.50' },
    });
    await changeVariation(shop.strapi, thing.skus[1]!, { salePrice: 2 });
    const lines = await csv({ discountPercent: '10', products: choose(thing), pageSize: 1 });
    expect(lines).toEqual([
      `${BOM}SKU,Product,Variation,Unit price,Price without the sale,Price with the sale,Saved,Saved in %,Below cost,Skipped because`,
      `${thing.skus[0]},"Plate, ""large""",Ash,10.00,10.00,9.00,1.00,10,yes,`,
      `${thing.skus[1]},"Plate, ""large""",Birch,10.00,2.00,2.00,,,,The sale price set by hand is lower`,
      '',
    ]);
  });

  it('is read as text by a spreadsheet, and in its own numbers', async () => {
    const thing = await makeProduct(shop.strapi, { title: '=HYPERLINK("x")', unitPrice: '10' });
    const [, line] = await csv({
      discountPercent: '12.5',
      products: choose(thing),
      decimalComma: true,
    });
    expect(line).toBe(`${thing.sku};"'=HYPERLINK(""x"")";;10,00;10,00;8,75;1,25;12,5;;`);
  });
});

describe('whoever may not', () => {
  it.each(['/sales/preview', '/sales/preview/csv'])('is refused by %s', async (path) => {
    const guest = await adminOf(shop, [PERMISSIONS.readOrders]);
    expect((await guest.post(path, {})).status).toBe(403);
    const allowed = await adminOf(shop, [PERMISSIONS.previewSales]);
    expect((await allowed.post(path, {})).status).toBe(200);
    expect((await shop.http().post(`/cartwright${path}`).send({})).status).toBe(401);
  });

  it.each([
    [{ discountPercent: {} }, 'discountPercent'],
    [{ validFrom: 'soon' }, 'validFrom'],
    [{ at: 5 }, 'at'],
    [{ products: { connect: [5] } }, 'products.connect.0'],
    [{ products: [] }, 'products'],
    [{ page: 0 }, 'page'],
    [{ pageSize: 101 }, 'pageSize'],
    [{ show: 'some' }, 'show'],
    [{ active: 'yes' }, 'active'],
    [{ price: 1 }, 'price'],
  ])('%j is refused with its path', async (form, path) => {
    const { status, body } = await ask(form);
    expect(status).toBe(400);
    expect(body.error.details.issues.map((issue: { path: string }) => issue.path)).toEqual([path]);
  });
});
