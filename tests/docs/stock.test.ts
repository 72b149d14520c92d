import { configInDocs } from '../support/doc-example';
import { makeProduct } from '../support/shop';
import { shopperOf } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

describe('docs/stock.md', () => {
  let shop: RunningShop;
  beforeAll(async () => {
    shop = await startStrapi({ cartwright: configInDocs('stock.md') });
  });
  afterAll(() => shop.stop());

  it('shows a shop whose carts keep the last unit for twenty minutes', async () => {
    const { sku } = await makeProduct(shop.strapi, { stock: 1 });
    const [ada, bob] = [shopperOf(shop), shopperOf(shop)];
    expect((await ada.add(sku)).status).toBe(201);
    const refused = await bob.add(sku);
    expect(refused.body.error.details).toMatchObject({ code: 'insufficient_stock', available: 0 });
    const [hold] = await shop.strapi.db.connection('cartwright_stock_holds');
    const minutes = (new Date(hold.expires_at).getTime() - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(19);
    expect(minutes).toBeLessThanOrEqual(20);
  });
});
