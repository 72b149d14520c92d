import assert from 'node:assert/strict';

import { attribute, entryUrl, openNewEntry, post, press } from './support/editor.mjs';
import { photograph } from './support/screenshots.mjs';

const PRODUCT = 'plugin::cartwright.product';
const VARIATION = 'plugin::cartwright.product-variation';
const SALE = 'plugin::cartwright.sale';

const TITLE = `Preview lamp ${Date.now()}`;
const NAME = `Lamps ${Date.now()}`;

/** An editor sees what a sale does while it is edited; once it is saved, shoppers pay just that. */
export async function salePreview({ page, url, shop, step }) {
  const lamp = await step('there is a lamp at 50.00, which costs the shop 30.00', () =>
    makeLamp(url, shop.keeperToken)
  );
  const preview = page.getByRole('complementary').filter({ hasText: 'What this sale does' });
  const row = preview.getByRole('listitem').filter({ hasText: TITLE });

  await step('a new sale says what it lacks', async () => {
    await openNewEntry(page, url, SALE);
    await preview.getByText('Fill in one of the three discounts').waitFor();
    await attribute(page, 'title').fill(NAME);
    await attribute(page, 'discountPercent').fill('10');
    await preview.getByText('Choose products or categories').waitFor();
  });

  await step('its prices are there before it is saved, and follow what is typed', async () => {
    const products = page.getByRole('combobox', { name: /^products/i });
    await products.click();
    await products.fill(TITLE);
    await page
      .getByRole('option', { name: new RegExp(TITLE) })
      .first()
      .click();
    await preview.getByText('1 variation of 1 product reduced').waitFor();
    await row.getByText('45.00').waitFor();
    await preview.getByText('The sale is switched off.').waitFor();
    await attribute(page, 'discountPercent').fill('50');
    await row.getByText('25.00').waitFor();
    await row.getByText('Below what it costs you').waitFor();
    assert.equal(await storePrice(url, lamp.slug), '50.00');
  });

  await step('all prices stand in a dialog, to be searched and saved as a file', async () => {
    await preview.getByRole('button', { name: 'Show 1 price' }).click();
    const dialog = page.getByRole('dialog', { name: 'Prices with this sale' });
    await dialog.getByRole('row').filter({ hasText: TITLE }).getByText('(50%)').waitFor();
    await dialog.getByPlaceholder('Search by product or SKU').fill('no such thing');
    await dialog.getByText('No variation fits.').waitFor();
    await dialog.getByPlaceholder('Search by product or SKU').fill('preview');
    await dialog.getByRole('row').filter({ hasText: TITLE }).waitFor();
    const saving = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download as CSV' }).click();
    assert.equal((await saving).suggestedFilename(), 'sale-preview.csv');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  await step('once it is saved, shoppers pay what the preview said', async () => {
    await attribute(page, 'active').first().check({ force: true });
    await preview.getByText('The sale is switched off.').waitFor({ state: 'hidden' });
    await preview.getByText('Saving changes 1 price.').waitFor();
    await press(page, 'Save');
    await preview.getByText('Saving changes no price.').waitFor();
    assert.equal(await storePrice(url, lamp.slug), '25.00');
  });
  await photograph(page, 'sale-preview', () => row.getByText('25.00').waitFor());

  await step('the list says that it is active', async () => {
    await page.goto(`${url}/admin/content-manager/collection-types/${SALE}`);
    await page.getByRole('row').filter({ hasText: NAME }).getByText('Active now').waitFor();
  });

  await step('switched off by another editor, it says so when it is opened', async () => {
    const id = await saleOf(url, shop.keeperToken);
    await call(url, shop.keeperToken, 'PUT', SALE, id, { active: false });
    await page.goto(`${url}${entryUrl(SALE, id)}`);
    await preview.getByText('The sale is switched off.').waitFor();
    assert.equal(await storePrice(url, lamp.slug), '50.00');
  });
}

async function makeLamp(url, token) {
  const { data } = await call(url, token, 'POST', PRODUCT, '', { title: TITLE });
  const list = await get(
    url,
    token,
    `/content-manager/collection-types/${VARIATION}?filters[productDocumentId]=${data.documentId}`
  );
  await call(url, token, 'PUT', VARIATION, list.results[0].documentId, {
    unitPrice: 50,
    costPrice: 30,
  });
  await post(
    `${url}/content-manager/collection-types/${PRODUCT}/${data.documentId}/actions/publish`,
    {},
    { token }
  );
  return { slug: data.slug };
}

async function saleOf(url, token) {
  const path = `/content-manager/collection-types/${SALE}?filters[title]=${encodeURIComponent(NAME)}`;
  return (await get(url, token, path)).results[0].documentId;
}

function call(url, token, method, uid, documentId, data) {
  const path = `/content-manager/collection-types/${uid}${documentId ? `/${documentId}` : ''}`;
  return post(`${url}${path}`, data, { token, method });
}

async function get(url, token, path) {
  const answer = await fetch(`${url}${path}`, { headers: { Authorization: `Bearer ${token}` } });
  return answer.json();
}

async function storePrice(url, slug) {
  const answer = await fetch(`${url}/api/cartwright/catalog/products/${slug}`);
  return (await answer.json()).data.price;
}
