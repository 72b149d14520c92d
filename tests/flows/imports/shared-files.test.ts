import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { type Kit, kitOf, stopWhenIdle } from '../products/kit';
import { type RunningShop, startStrapi } from '../../support/strapi';
import { importsWith } from './kit';

/**
 * Sample files of Shopify's partners. They are not ours to copy, so they stand beside the checkout; without them the
 * tests of the small files in tests/fixtures/imports say the same.
 */
const folder = join(__dirname, '../../../../shared/data');
const describeWithFiles = existsSync(folder) ? describe : describe.skip;

describeWithFiles('sample files of Shopify (skipped where ../shared/data does not exist)', () => {
  let app: RunningShop;
  let kit: Kit;

  beforeAll(async () => {
    app = await startStrapi();
    kit = kitOf(app.strapi);
  });
  afterAll(() => stopWhenIdle(app));

  it.each([
    ['shopify-apparel.csv', 20],
    // cspell:disable-next-line -- as their makers have named it
    ['shopify-jewelery.csv', 20],
  ])('imports %s completely, and a second time changes nothing', async (file, products) => {
    const imports = importsWith(app.strapi);
    const path = join(folder, file);
    const first = await imports.importProducts({ path, dialect: 'shopify' });
    expect(first.failed).toEqual([]);
    expect(first).toMatchObject({ created: products, updated: 0, unchanged: 0 });
    const second = await imports.importProducts({ path, dialect: 'shopify' });
    expect(second).toMatchObject({ created: 0, updated: 0, unchanged: products, failed: [] });
    for (const { documentId } of await kit.products.findMany({ limit: 100 })) {
      await kit.expectWhole(documentId);
    }
  });
});
