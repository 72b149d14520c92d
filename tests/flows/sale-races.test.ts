import { UIDS } from '../../content-types/uids';
import { shopOf } from '../../server/compose';
import { changeVariation, documents, makeProduct } from '../support/shop';
import { shopperOf } from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';
import { stopWhenIdle } from './products/kit';

/** Sales, products and checkouts at the same instant. Worth most on PostgreSQL and MariaDB. */

jest.setTimeout(180_000);

let shop: RunningShop;

beforeAll(async () => {
  shop = await startStrapi();
});
afterAll(() => stopWhenIdle(shop));
afterEach(async () => {
  for (const { documentId } of await sales().findMany()) await sales().delete({ documentId });
});

const sales = () => documents(shop.strapi, UIDS.sale);
const sale = (data: object) =>
  sales().create({ data: { title: 'Sale', active: true, discountPercent: 50, ...data } });
const drift = async () => (await shopOf(shop.strapi).rebuild.rebuildAll()).drifted;

describe('at the same instant', () => {
  it('sales and products are saved, and no product misses a sale', async () => {
    for (let round = 0; round < 4; round += 1) {
      const old = await makeProduct(shop.strapi, { unitPrice: 40 });
      const [, , young] = await Promise.all([
        sale({ discountPercent: 50, allProducts: true }),
        sale({ discountPercent: 10 + round, allProducts: true }),
        makeProduct(shop.strapi, { unitPrice: 20 }),
        makeProduct(shop.strapi, { unitPrice: 30, options: { Size: ['S', 'M'] } }),
        changeVariation(shop.strapi, old.sku, { unitPrice: 60 }),
        documents(shop.strapi, UIDS.product).publish({ documentId: old.documentId }),
      ]);
      const priceOf = async (sku: string) =>
        (await shop.strapi.db.query(UIDS.productVariation).findOne({ where: { sku } })).salePrice;
      expect([await priceOf(old.sku), await priceOf(young.sku)]).toEqual([30, 10]);
      expect(await drift()).toEqual([]);
    }
  });

  it('one sale is saved in many tabs: what was saved last is what is shown', async () => {
    const [a, b] = [await makeProduct(shop.strapi), await makeProduct(shop.strapi)];
    const { documentId } = await sale({ products: [a.documentId] });
    for (let round = 0; round < 4; round += 1) {
      const saved = await Promise.allSettled([
        sales().update({ documentId, data: { products: [a.documentId, b.documentId] } }),
        sales().update({ documentId, data: { products: [b.documentId], discountPercent: 20 } }),
        sales().update({ documentId, data: { active: round % 2 === 0 } }),
        sales().update({ documentId, data: { discountPercent: 30 + round } }),
      ]);
      // Tabs that replace the same links at the same instant may lose to each other, but never half.
      expect(saved.some(({ status }) => status === 'fulfilled')).toBe(true);
      expect(await drift()).toEqual([]);
    }
  });

  it('a sale is saved and deleted, switched and swept by two servers', async () => {
    await makeProduct(shop.strapi, { options: { Size: ['S', 'M'] } });
    for (let round = 0; round < 4; round += 1) {
      const { documentId } = await sale({ discountPercent: 20, allProducts: true });
      const sweep = () => shopOf(shop.strapi).sales.sweep(new Date(0));
      await Promise.allSettled([
        sales().update({ documentId, data: { discountPercent: 60 } }),
        sales().delete({ documentId }),
        sweep(),
        sweep(),
        sale({ discountPercent: 10, allProducts: true }),
      ]);
      expect(await drift()).toEqual([]);
    }
  });
});

describe('while carts check out', () => {
  it('each pays what its cart said, or is told: nobody is charged anything else', async () => {
    const { sku, documentId } = await makeProduct(shop.strapi, { unitPrice: 100 });
    const { documentId: id } = await sale({ discountPercent: 10, products: [documentId] });

    const shopping = new AbortController();
    const editing = (async () => {
      for (let percent = 11; !shopping.signal.aborted; percent += 1) {
        const data = { discountPercent: 10 + (percent % 60), active: percent % 5 > 0 };
        await sales().update({ documentId: id, data });
      }
    })();

    const outcomes = { ordered: 0, told: 0 };
    const shop1 = async () => {
      const ada = shopperOf(shop);
      let shown = (await ada.add(sku)).body.data.items[0].unitPrice as string;
      for (let attempt = 0; attempt < 20; attempt += 1) {
        const answer = await ada.checkout({ paymentMethod: 'manual' });
        if (answer.status === 409) {
          expect(answer.body.error.details.code).toBe('cart_changed');
          outcomes.told += 1;
          shown = answer.body.error.details.cart.items[0].unitPrice;
          continue;
        }
        expect(answer.status).toBe(201);
        const [item] = answer.body.data.order.items;
        expect([item.unitPrice, answer.body.data.order.totals.total]).toEqual([shown, shown]);
        outcomes.ordered += 1;
        return;
      }
    };
    for (let round = 0; round < 4; round += 1) {
      await Promise.all(Array.from({ length: 6 }, shop1));
    }
    shopping.abort();
    await editing;
    expect(outcomes.ordered).toBeGreaterThan(0);
    expect(await drift()).toEqual([]);
  });
});
