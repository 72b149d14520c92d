/* global document -- what runs inside the page */
// cspell:ignore networkidle -- playwright's word
import assert from 'node:assert/strict';

import { attribute, press } from './support/editor.mjs';
import { unfoldVariations } from './support/product-panel.mjs';
import { shopper } from './support/shopper.mjs';

const VARIATION = 'plugin::cartwright.product-variation';

const CLARA = {
  email: 'clara@example.com',
  billing: {
    firstName: 'Clara',
    lastName: 'Marsh',
    street: '2 Mill Lane',
    city: 'Bath',
    postcode: 'BA1 1AA',
    country: 'GB',
  },
  shippingOption: 'standard',
  paymentMethod: 'manual',
};

/** An editor's form is open while shoppers buy: what they bought stays sold. */
export async function staleForm({ page, url, shop, step }) {
  await step('an editor opens a variation', async () => {
    await page.goto(shop.productUrl);
    await unfoldVariations(page);
    await page.getByRole('link', { name: 'M', exact: true }).click();
    await page.waitForURL(`**/${VARIATION}/**`);
    shop.variationUrl = page.url();
    await attribute(page, 'stock').waitFor();
    await shows(page, 'stock', '35');
  });

  await step('what the form carries is not shown in it', async () => {
    assert.equal(await attribute(page, 'asOpened').count(), 0);
    assert.equal(await attribute(page, 'saleId').isDisabled(), true);
  });

  await step('three are sold, and the editor saves another price', async () => {
    await buy(url, 3);
    await attribute(page, 'unitPrice').fill('26.50');
    await press(page, 'Save');
    // What the shoppers have left.
    await shows(page, 'stock', '32');
  });

  await step('a form that is saved again right away is up to date', async () => {
    await attribute(page, 'stock').fill('40');
    await press(page, 'Save');
    await page.reload();
    await attribute(page, 'stock').waitFor();
    await shows(page, 'stock', '40');
    await shows(page, 'unitPrice', '26.5');
  });

  await step(
    'who changes the stock after two were sold is told, and nothing is written',
    async () => {
      await buy(url, 2);
      await attribute(page, 'stock').fill('50');
      await attribute(page, 'unitPrice').fill('30');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Stock went from 40 to 38 while this form was open.').first().waitFor();
    }
  );

  await step('the product has kept what it had, and what is changed then is saved', async () => {
    await page.goto(shop.productUrl);
    await page.getByText('38 in stock').waitFor();
    await page.goto(shop.variationUrl);
    await attribute(page, 'stock').waitFor();
    await shows(page, 'stock', '38');
    await shows(page, 'unitPrice', '26.5');
    await attribute(page, 'stock').fill('50');
    await attribute(page, 'unitPrice').fill('24.90');
    await press(page, 'Save');
    await page.goto(shop.productUrl);
    await page.getByText('50 in stock').waitFor();
  });
}

async function buy(url, quantity) {
  const { add, order } = shopper(url);
  await add('SHIRT-M', quantity);
  await order(CLARA);
}

/** Waits for it: the host reads an entry again after it was saved. */
function shows(page, name, value) {
  return page.waitForFunction(
    ([field, wanted]) => document.querySelector(`main [name="${field}"]`)?.value === wanted,
    [name, value]
  );
}
