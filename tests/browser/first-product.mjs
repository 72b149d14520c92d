import assert from 'node:assert/strict';

import { attribute, openNewEntry, press } from './support/editor.mjs';
import { productPanel, unfoldVariations } from './support/product-panel.mjs';
import { photograph } from './support/screenshots.mjs';

const OPTION = 'plugin::cartwright.product-option';
const PRODUCT = 'plugin::cartwright.product';

/** An editor makes a product in two sizes and prices one of them. */
export async function firstProduct({ page, url, shop, step }) {
  await step('the editor makes two options', async () => {
    for (const name of ['M', 'L']) {
      await openNewEntry(page, url, OPTION);
      await attribute(page, 'type').fill('Size');
      await attribute(page, 'name').fill(name);
      await press(page, 'Save');
    }
  });

  await step('a product that is not saved says how it gets its variations', async () => {
    await openNewEntry(page, url, PRODUCT);
    await productPanel(page)
      .getByText('Save to get the variations for the ticked options.')
      .waitFor();
    await attribute(page, 'title').fill('Linen shirt');
    for (const name of ['M', 'L']) {
      await productPanel(page).getByRole('checkbox', { name, exact: true }).click();
    }
    await productPanel(page).getByText('2 are new').waitFor();
  });

  await step('saving it makes a variation for each option', async () => {
    await press(page, 'Save');
    await productPanel(page).getByText('2 variations', { exact: true }).waitFor();
    await unfoldVariations(page);
    for (const name of ['M', 'L']) await productPanel(page).getByRole('link', { name }).waitFor();
    await productPanel(page).getByText('Default', { exact: true }).first().waitFor();
    shop.productUrl = page.url();
  });

  await step('what the shop computes is shown, and cannot be typed over', async () => {
    for (const name of ['unitPrice', 'sku', 'stock']) {
      assert.equal(await attribute(page, name).isDisabled(), true, `${name} is locked`);
    }
    assert.equal(await attribute(page, 'title').isDisabled(), false, 'title is not');
  });

  await step('the editor publishes it', () => press(page, 'Publish'));

  await step('the panel leads to a variation, where the editor prices it', async () => {
    await productPanel(page).getByRole('link', { name: 'M', exact: true }).click();
    await page.waitForURL('**/plugin::cartwright.product-variation/**');
    assert.equal(await attribute(page, 'productDocumentId').isDisabled(), true);
    await attribute(page, 'sku').fill('SHIRT-M');
    await attribute(page, 'unitPrice').fill('24.90');
    await attribute(page, 'salePrice').fill('19.90');
    await attribute(page, 'stock').fill('50');
    await press(page, 'Save');
  });

  await step('the panel shows the price and the stock at once', async () => {
    await page.goto(shop.productUrl);
    await unfoldVariations(page);
    const variation = productPanel(page).getByRole('listitem').filter({ hasText: 'SHIRT-M' });
    await variation.getByText('$19.90').waitFor();
    await variation.getByText('$24.90').waitFor();
    await variation.getByText('50 in stock').waitFor();
  });

  await step('a change of the ticked options says what saving will do', async () => {
    const large = productPanel(page).getByRole('checkbox', { name: 'L', exact: true });
    await large.click();
    await productPanel(page).getByText('1 is retired').waitFor();
    await press(page, 'Save');
    await productPanel(page).getByText('1 retired variation').waitFor();
    await press(page, 'Publish');
  });

  await step('an option that is ticked again brings its variation back', async () => {
    await productPanel(page).getByRole('checkbox', { name: 'L', exact: true }).click();
    await productPanel(page).getByText('1 comes back').waitFor();
    await press(page, 'Save');
    await productPanel(page).getByText('2 variations', { exact: true }).waitFor();
    await press(page, 'Publish');
  });
  await photograph(page, 'product', async () => {
    await page.getByRole('heading', { name: 'Linen shirt', level: 1 }).waitFor();
    await openDrawerIfThereIsOne(page);
    await productPanel(page).getByRole('link', { name: 'Edit variations' }).waitFor();
  });
}

/** On a small screen the host puts its panels into a drawer. */
async function openDrawerIfThereIsOne(page) {
  if (page.viewportSize().width >= 1080) return;
  await page.getByRole('button', { name: 'Open more actions' }).click();
}
