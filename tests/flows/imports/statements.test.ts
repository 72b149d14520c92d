import { countStatements } from '../../support/count-statements';
import { type RunningShop, startStrapi } from '../../support/strapi';
import { type Kit, idle, kitOf, stopWhenIdle } from '../products/kit';
import { csv, filesOf, importsWith } from './kit';

let app: RunningShop;
let kit: Kit;
const files = filesOf();

beforeAll(async () => {
  app = await startStrapi();
  kit = kitOf(app.strapi);
});
afterAll(async () => {
  files.remove();
  await stopWhenIdle(app);
});

const SIZES = Array.from({ length: 12 }, (_, index) => `No. ${index}`);

/** A product of so many sizes, in our own dialect. */
const lines = (slug: string, sizes: number, price: number, status = 'published') =>
  SIZES.slice(0, sizes).map((size, index) => [
    slug,
    ...(index === 0 ? [`A ${slug}`, status] : ['', '']),
    `Size: ${size}`,
    String(price + index),
    String(index),
  ]);
const importLines = (...rows: string[][]) =>
  importsWith(app.strapi).importProducts({
    path: files.write(csv(['slug', 'title', 'status', 'options', 'unitPrice', 'stock'], ...rows)),
    dialect: 'cartwright',
  });
const productOf = async (slug: string) =>
  (await kit.products.findMany({ filters: { slug } })).at(0)!.documentId;

describe('an import', () => {
  it('refreshes a product once, however many variations it has', async () => {
    await importLines(...lines('options', 12, 1));
    const cost = async (slug: string, sizes: number) => {
      await idle(app);
      const { statements } = await countStatements(app.strapi, async () => {
        await importLines(...lines(slug, sizes, 10));
        // The host reads once more what was saved, for whoever listens.
        await idle(app);
      });
      expect(
        statements.filter((sql) => /update .?cartwright_products.? set .?unit/i.test(sql))
      ).toHaveLength(2);
      // Reading all SKUs of the shop to name a product would take longer with each product.
      expect(statements.filter((sql) => / like /i.test(sql))).toEqual([]);
      return statements.length;
    };
    const [few, many] = [await cost('few', 4), await cost('many', 12)];
    // What the host does to save a document is the most of it.
    expect((many - few) / 8).toBeLessThan(25);
  });

  it.each(['draft', 'published'])(
    'leaves a %s product whole, with the copies of its default',
    async (status) => {
      const slug = `whole-${status}`;
      for (const price of [10, 20]) {
        expect((await importLines(...lines(slug, 3, price, status))).failed).toEqual([]);
        const documentId = await productOf(slug);
        await kit.expectWhole(documentId);
        const rows = await kit.rowsOf(documentId);
        expect(rows.map(({ unitPrice }) => unitPrice)).toEqual(rows.map(() => price));
      }
    }
  );

  it('that fails in the middle of a product leaves nothing of it waiting for the next', async () => {
    await importLines(...lines('owner', 1, 5));
    const [owned] = await kit.liveOf(await productOf('owner'));
    const sku = owned!.sku;
    const path = files.write(
      csv(
        ['slug', 'title', 'options', 'sku', 'unitPrice'],
        ['clash', 'Clash', 'Size: No. 0', '', '3'],
        ['clash', '', 'Size: No. 1', sku, '3'],
        ['after', 'After', '', '', '7']
      )
    );
    const report = await importsWith(app.strapi).importProducts({ path, dialect: 'cartwright' });
    expect(report).toMatchObject({ created: 1, failed: [{ line: 3 }] });
    expect(await kit.products.findMany({ filters: { slug: 'clash' } })).toEqual([]);
    await kit.expectWhole(await productOf('after'));
  });
});
