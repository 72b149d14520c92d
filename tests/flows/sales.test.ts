import { UIDS } from '../../content-types/uids';
import { shopOf } from '../../server/compose';
import { documents, makeProduct, type ProductWish } from '../support/shop';
import { type RunningShop, startStrapi } from '../support/strapi';

jest.setTimeout(120_000);

let shop: RunningShop;

beforeAll(async () => {
  shop = await startStrapi();
});
afterAll(async () => {
  await shop.stop();
});

const NOON = '2030-01-01T12:00:00.000Z';
const HOUR = 60 * 60 * 1000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

const sales = () => documents(shop.strapi, UIDS.sale);
const make = (wish: ProductWish = {}) => makeProduct(shop.strapi, { unitPrice: '1.27', ...wish });
const sale = async (data: Record<string, unknown>) =>
  (await sales().create({ data: { title: 'Sale', active: true, ...data } })).documentId;

interface Prices {
  salePrice: number | null;
  saleFrom: string | null;
  saleTo: string | null;
  saleId: string | null;
}

/** What every variation of a product shows, and that all its rows copy the default one. */
async function shown(documentId: string): Promise<Prices[]> {
  const variations = (await shop.strapi.db.query(UIDS.productVariation).findMany({
    where: { productDocumentId: documentId },
    orderBy: { position: 'asc' },
  })) as (Prices & { isDefault: boolean })[];
  const rows = (await shop.strapi.db
    .query(UIDS.product)
    .findMany({ where: { documentId } })) as Prices[];
  const standard = variations.find(({ isDefault }) => isDefault);
  for (const row of rows) {
    expect([row.salePrice, row.saleFrom, row.saleTo]).toEqual([
      standard?.salePrice,
      standard?.saleFrom,
      standard?.saleTo,
    ]);
  }
  return variations;
}

const price = async (documentId: string) => (await shown(documentId))[0]?.salePrice;

describe('a sale (rules 3.3, 3.4)', () => {
  it('C-23: 30 % on two products with two variations at 1.27 each makes 0.89, once it is active', async () => {
    const both = [
      await make({ options: { Size: ['S', 'M'] } }),
      await make({ options: { Size: ['S', 'M'] } }),
    ];
    const id = await sale({
      active: false,
      discountPercent: 30,
      products: both.map(({ documentId }) => documentId),
    });
    for (const { documentId } of both) expect(await price(documentId)).toBeNull();

    await sales().update({ documentId: id, data: { active: true } });
    for (const { documentId } of both) {
      expect((await shown(documentId)).map(({ salePrice }) => salePrice)).toEqual([0.89, 0.89]);
    }

    await sales().update({ documentId: id, data: { active: false } });
    for (const { documentId } of both) expect(await price(documentId)).toBeNull();
  });

  it('is taken back when it is narrowed, deleted, or deleted in bulk and by query', async () => {
    const [a, b] = [await make(), await make()];
    const chosen = [a.documentId, b.documentId];
    const first = await sale({ discountExact: 1, products: chosen });
    expect(await price(b.documentId)).toBe(1);
    await sales().update({ documentId: first, data: { products: [a.documentId] } });
    expect([await price(a.documentId), await price(b.documentId)]).toEqual([1, null]);
    await sales().delete({ documentId: first });
    expect(await price(a.documentId)).toBeNull();

    const second = await sale({ discountExact: 1, products: chosen });
    expect(await price(b.documentId)).toBe(1);
    await shop.strapi.db.query(UIDS.sale).deleteMany({ where: { documentId: second } });
    expect([await price(a.documentId), await price(b.documentId)]).toEqual([null, null]);

    const third = await sale({ discountExact: 1, products: chosen });
    await shop.strapi.db.transaction(() => sales().delete({ documentId: third }));
    expect(await price(b.documentId)).toBeNull();
  });

  it.each([
    [{}, 'discountPercent'],
    [{ discountPercent: 10, discountDeduct: 1 }, 'discountDeduct'],
    [{ discountPercent: 101 }, 'discountPercent'],
    [{ discountDeduct: -1 }, 'discountDeduct'],
    [{ discountPercent: 10, validFrom: NOON, validTo: NOON }, 'validTo'],
  ])('%j is refused, and nothing is stored', async (data, field) => {
    const count = await shop.strapi.db.query(UIDS.sale).count();
    await expect(sale(data)).rejects.toMatchObject({
      name: 'ValidationError',
      details: { errors: expect.arrayContaining([expect.objectContaining({ path: [field] })]) },
    });
    expect(await shop.strapi.db.query(UIDS.sale).count()).toBe(count);
  });

  it('SA14: "down to" and "off" leave alone what costs no more; an empty scope reaches nothing', async () => {
    const cheap = await make({ unitPrice: '5.00' });
    const dear = await make({ unitPrice: '5.01' });
    const id = await sale({ discountDeduct: 5, products: [cheap.documentId, dear.documentId] });
    expect([await price(cheap.documentId), await price(dear.documentId)]).toEqual([null, 0.01]);
    await sales().update({ documentId: id, data: { products: [] } });
    expect(await price(dear.documentId)).toBeNull();
  });
});

describe('several sales (rule 3.5)', () => {
  it('the lowest price stands, not the one saved last, and the next lowest after it', async () => {
    const { documentId } = await make({ unitPrice: '100' });
    const low = await sale({ discountPercent: 50, products: [documentId] });
    const high = await sale({ discountPercent: 10, products: [documentId] });
    expect(await price(documentId)).toBe(50);
    await sales().delete({ documentId: low });
    expect(await price(documentId)).toBe(90);
    await sales().delete({ documentId: high });
    expect(await price(documentId)).toBeNull();
  });

  it('a price set by hand competes, is displaced, and comes back', async () => {
    const { documentId, variations } = await make({ unitPrice: '100' });
    const variation = variations[0]?.documentId;
    const save = (data: Record<string, unknown>) =>
      documents(shop.strapi, UIDS.productVariation).update({
        documentId: variation ?? '',
        data,
      });
    await save({ salePrice: 80 });
    const id = await sale({ discountPercent: 50, products: [documentId] });
    expect(await price(documentId)).toBe(50);

    // The form sends the sale's price back unchanged: it does not become the editor's.
    await save({ salePrice: 50, stock: 3 });
    // Emptying the field does not end the sale.
    await sales().delete({ documentId: id });
    expect(await price(documentId)).toBe(80);

    const again = await sale({ discountPercent: 50, products: [documentId] });
    await save({ salePrice: null });
    expect(await price(documentId)).toBe(50);
    await save({ salePrice: 40 });
    expect((await shown(documentId))[0]).toMatchObject({ salePrice: 40, saleId: null });
    await sales().delete({ documentId: again });
    expect(await price(documentId)).toBe(40);
  });

  it('hands over when a window begins or ends', async () => {
    const { documentId } = await make({ unitPrice: '100' });
    await sale({ discountPercent: 10, products: [documentId] });
    const soon = await sale({
      discountPercent: 50,
      products: [documentId],
      validFrom: inHours(1),
      validTo: inHours(2),
    });
    expect(await price(documentId)).toBe(90);

    const { database, settings } = shopOf(shop.strapi);
    const { createSales } = await import('../../server/services/sales');
    const at = async (hours: number, since: number) => {
      const clock = () => new Date(Date.now() + hours * HOUR);
      await createSales({ settings, database, clock, warn: () => undefined }).sweep(
        new Date(Date.now() + since * HOUR)
      );
      return price(documentId);
    };
    expect(await at(1.5, 0)).toBe(50);
    expect(await at(2.5, 1.5)).toBe(90);
    await sales().delete({ documentId: soon });
  });
});

describe('what a sale reaches (rules 3.3, 3.6)', () => {
  it('a changed unit price, a new variation, and a product that joins or leaves', async () => {
    const { documentId, variations } = await make({ unitPrice: '10', options: { Size: ['S'] } });
    const id = await sale({ discountPercent: 50, allProducts: true });
    expect(await price(documentId)).toBe(5);
    await documents(shop.strapi, UIDS.productVariation).update({
      documentId: variations[0]?.documentId ?? '',
      data: { unitPrice: 20 },
    });
    expect(await price(documentId)).toBe(10);
    const newcomer = await make({ unitPrice: '30' });
    expect(await price(newcomer.documentId)).toBe(15);
    await sales().delete({ documentId: id });
    expect([await price(documentId), await price(newcomer.documentId)]).toEqual([null, null]);
  });

  it('the members of its categories and of those below them, assigned or by their options', async () => {
    const categories = documents(shop.strapi, UIDS.category);
    const parent = await categories.create({ data: { title: 'Parent' }, status: 'published' });
    const child = await categories.create({
      data: { title: 'Child', parent: parent.documentId },
      status: 'published',
    });
    const assigned = await make({
      unitPrice: '10',
      fields: { categories: [child.documentId] },
    });
    const matching = await make({ unitPrice: '10', options: { Colour: ['Teal'] } });
    const other = await make({ unitPrice: '10' });
    const id = await sale({ discountPercent: 50, categories: [parent.documentId] });
    const prices = async () => [
      await price(assigned.documentId),
      await price(matching.documentId),
      await price(other.documentId),
    ];
    expect(await prices()).toEqual([5, null, null]);

    const [teal] = await documents(shop.strapi, UIDS.productOption).findMany({
      filters: { name: 'Teal' },
    });
    await categories.update({
      documentId: parent.documentId,
      data: { options: [teal?.documentId] },
      status: 'published',
    });
    expect(await prices()).toEqual([5, 5, null]);

    await documents(shop.strapi, UIDS.product).update({
      documentId: assigned.documentId,
      data: { categories: [] },
      status: 'published',
    });
    expect(await prices()).toEqual([null, 5, null]);
    await sales().delete({ documentId: id });
    expect(await prices()).toEqual([null, null, null]);
  });
});
