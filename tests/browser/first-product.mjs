import assert from 'node:assert/strict';

import { chooseFirst, field, openNewEntry, press } from './support/editor.mjs';
import { photograph } from './support/screenshots.mjs';

const OPTION = 'plugin::cartwright.product-option';
const PRODUCT = 'plugin::cartwright.product';

const panel = (page) => page.locator('aside').filter({ hasText: 'Variations' });

/** An editor makes a product in two sizes and prices one of them. */
export async function firstProduct({ page, url, shop, step }) {
  await step('the editor makes two options', async () => {
    for (const name of ['M', 'L']) {
      await openNewEntry(page, url, OPTION);
      await field(page, 'type').fill('Size');
      await field(page, 'name').fill(name);
      await press(page, 'Save');
    }
  });

  await step('a product that is not saved says how it gets its variations', async () => {
    await openNewEntry(page, url, PRODUCT);
    await panel(page).getByText('Save to get the variations for the ticked options.').waitFor();
    await field(page, 'title').fill('Linen shirt');
    await chooseFirst(page, 'options', 2);
  });

  await step('saving it makes a variation for each option', async () => {
    await press(page, 'Save');
    await panel(page).getByText('2 variations.').waitFor();
    for (const name of ['M', 'L']) await panel(page).getByRole('link', { name }).waitFor();
    await panel(page).getByText('Default', { exact: true }).waitFor();
    shop.productUrl = page.url();
  });

  await step('what the shop computes is shown, and cannot be typed over', async () => {
    for (const name of ['unitPrice', 'sku', 'stock']) {
      assert.equal(await field(page, name).isDisabled(), true, `${name} is locked`);
    }
    assert.equal(await field(page, 'title').isDisabled(), false, 'title is not');
  });

  await step('the editor publishes it', () => press(page, 'Publish'));

  await step('the panel leads to a variation, where the editor prices it', async () => {
    await panel(page).getByRole('link', { name: 'M' }).click();
    await page.waitForURL('**/plugin::cartwright.product-variation/**');
    assert.equal(await field(page, 'productDocumentId').isDisabled(), true);
    await field(page, 'sku').fill('SHIRT-M');
    await field(page, 'unitPrice').fill('24.90');
    await field(page, 'salePrice').fill('19.90');
    await field(page, 'stock').fill('50');
    await press(page, 'Save');
  });

  await step('the panel shows the price and the stock at once', async () => {
    await page.goto(shop.productUrl);
    const variation = panel(page).getByRole('listitem').filter({ hasText: 'SHIRT-M' });
    await variation.getByText('$19.90').waitFor();
    await variation.getByText('$24.90').waitFor();
    await variation.getByText('50 in stock').waitFor();
  });

  await step('a change of the ticked options says what saving will do', async () => {
    await page.getByRole('button', { name: 'Remove' }).first().click();
    await panel(page).getByText('The ticked options have changed.').waitFor();
    await press(page, 'Save');
    await panel(page).getByText('1 retired variation').waitFor();
    await panel(page).getByText('1 retired variation').click();
    // The host offers an entry again only when no version has it any more.
    await press(page, 'Publish');
  });

  await step('an option that is ticked again brings its variation back', async () => {
    await chooseFirst(page, 'options', 1);
    await press(page, 'Save');
    await panel(page).getByText('2 variations.').waitFor();
    await press(page, 'Publish');
  });
  await photograph(page, 'product', async () => {
    await page.getByRole('heading', { name: 'Linen shirt', level: 1 }).waitFor();
    await openDrawerIfThereIsOne(page);
    await panel(page).getByRole('link', { name: 'M' }).waitFor();
  });
}

/** On a small screen the host puts its panels into a drawer. */
async function openDrawerIfThereIsOne(page) {
  if (page.viewportSize().width >= 1080) return;
  await page.getByRole('button', { name: 'Open more actions' }).click();
}
