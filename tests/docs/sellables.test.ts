import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import playgroundCourse from '../../playground/src/api/course/content-types/course/schema.json';
import type { SellableMapping } from '../../server/providers';
import { checkSellables } from '../../server/validation/sellables';
import { documents, makeProduct, rowsOf } from '../support/shop';
import { filesOf } from '../support/markdown-example';
import { shopperOf } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

/** The pages on what can be sold and on who counts it, run as they are printed. */

type Sellables = Record<string, SellableMapping>;

interface PluginConfig {
  cartwright: { config: object };
}

const COURSE = 'api::course.course';
const inventory = filesOf('providers/inventory.md');
const configOf = ({ run }: ReturnType<typeof filesOf>) =>
  (run('config/plugins') as { default: () => PluginConfig }).default().cartwright.config;

// The page shows how the provider is proven. The provider of the shop below is another one: its books are its own.
const proof = filesOf('providers/inventory.md');
for (const name of proof.names.filter((file) => file.startsWith('tests/'))) proof.run(name);

describe('the example of the page', () => {
  let shop: RunningShop | undefined;
  afterEach(() => shop?.stop());

  it('names fields that the course of the playground has, as the playground does', () => {
    const { sellables } = configOf(filesOf('sellables.md')) as { sellables: Sellables };
    expect(() => checkSellables(sellables, { [COURSE]: playgroundCourse })).not.toThrow();
    const text = readFileSync(join(__dirname, '../../playground/config/plugins.ts'), 'utf8');
    for (const [key, field] of Object.entries(sellables[COURSE]!)) {
      if (typeof field === 'string') expect(text).toContain(`${key}: '${field}',`);
    }
  });

  it('sells courses', async () => {
    const { sellables } = configOf(filesOf('sellables.md')) as { sellables: Sellables };
    // The course of the tests has fewer fields than the playground's.
    const mapping = { ...sellables[COURSE], price: 'price', sku: undefined, image: undefined };
    shop = await startStrapi({ cartwright: { sellables: { [COURSE]: mapping } } });
    const { documentId } = await documents(shop.strapi, COURSE).create({
      data: { title: 'Building a birdhouse', price: 59.5, seats: 8 },
      status: 'published',
    });
    const ada = shopperOf(shop);
    const thing = { type: COURSE, documentId, quantity: 2 };
    const { body } = await ada.send('post', '/cart/items', thing);
    expect(body.data.items).toMatchObject([
      { description: 'Building a birdhouse', url: '/courses/undefined', lineTotal: '119.00' },
    ]);
    expect((await ada.checkout({ paymentMethod: 'manual' })).status).toBe(201);
    const rows = await rowsOf(shop.strapi, 'courses', { document_id: documentId });
    expect(rows.map(({ seats }) => seats)).toEqual([6, 6]);
  });

  it('lets a warehouse count', async () => {
    shop = await startStrapi({ cartwright: configOf(inventory) });
    await makeProduct(shop.strapi, { variation: { sku: 'MUG' }, stock: 0 });
    const { sku } = await makeProduct(shop.strapi);
    const [ada, eve] = [shopperOf(shop), shopperOf(shop)];
    expect((await ada.add('MUG', 6)).body.error.details).toMatchObject({ available: 5 });
    for (const shopper of [ada, eve]) {
      await shopper.add('MUG', 3);
      await shopper.add(sku);
    }
    expect((await ada.checkout({ paymentMethod: 'manual' })).status).toBe(201);
    const refused = await eve.checkout({ paymentMethod: 'manual' });
    expect(refused.body.error.details).toMatchObject({ code: 'insufficient_stock', available: 2 });
  });
});
