// cspell:ignore networkidle -- playwright's word
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { entryUrl, post } from './support/editor.mjs';
import { photograph } from './support/screenshots.mjs';
import { shopper } from './support/shopper.mjs';

const CODE = 'plugin::cartwright.discount-code';
const PRODUCT = 'plugin::cartwright.product';
const VARIATION = 'plugin::cartwright.product-variation';

const ADA = {
  email: 'ada.codes@example.com',
  billing: {
    firstName: 'Ada',
    lastName: 'Codes',
    street: '1 High Street',
    city: 'London',
    postcode: 'N1 1AA',
    country: 'GB',
  },
  sameAsBilling: true,
  paymentMethod: 'manual',
};

/** Marketing makes a batch of codes; a shopper uses one; the code says who. */
export async function discountCodeTools({ page, url, shop, step }) {
  const batch = `Letter ${Date.now()}`;
  const sku = await step('there is something to buy', () => makeThing(url, shop.keeperToken));

  await step('the list of codes leads to the generator', async () => {
    await page.goto(`${url}/admin/content-manager/collection-types/${CODE}`);
    await page.getByRole('link', { name: 'Generate codes' }).click();
    await page.getByRole('heading', { name: 'Generated codes' }).waitFor();
    await page.getByRole('link', { name: 'Generate codes' }).first().click();
    await page.getByRole('heading', { name: 'Generate codes' }).waitFor();
  });

  await step('what is missing is said at the fields', async () => {
    await page.getByRole('button', { name: 'Generate codes' }).click();
    await page.getByText('Give the batch a name.').waitFor();
    await page.getByText('Write how much the codes take off.').waitFor();
  });

  await step('a pattern is shown before anything is made', async () => {
    await input(page, 'Name of the batch').fill(batch);
    await input(page, 'How many').fill('20');
    await input(page, 'Pattern').fill('LETTER');
    await page.getByText('Without a placeholder all codes would be the same.').waitFor();
    await input(page, 'Pattern').fill('letter-##');
    await page.getByText('These codes can be guessed').waitFor();
    await input(page, 'Pattern').fill('letter-####-????');
    await page
      .getByText(/^LETTER-[2-9]{4}-[A-Z]{4}$/)
      .first()
      .waitFor();
    await page.getByText('These codes can be guessed').waitFor({ state: 'hidden' });
    await input(page, 'Discount in %').fill('25');
  });
  await page.waitForLoadState('networkidle');

  const codes = await step('twenty are made, and saved as a file', async () => {
    await page.getByRole('button', { name: 'Generate codes' }).dblclick();
    await page.getByText('20 codes were generated.').waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Download the codes/ }).click();
    const lines = readFileSync(await (await saving).path(), 'utf8')
      .trim()
      .split('\r\n');
    assert.equal(lines.length, 21);
    return lines.slice(1).map((line) => line.split(',')[0]);
  });

  await step('they stand together in a list', async () => {
    await page.getByRole('link', { name: 'All generated codes' }).click();
    await batchRow(page, batch).getByText('20 active, 0 used').waitFor();
  });
  await photograph(page, 'generated-codes', () => batchRow(page, batch).waitFor());

  await step('a shopper uses one, and it says so', async () => {
    const ada = shopper(url);
    await ada.add(sku, 1);
    await ada.enter(codes[0]);
    const order = await ada.order(ADA);
    assert.equal(order.totals.discount, '10.00');
    await page.goto(`${url}${entryUrl(CODE, await documentOf(url, shop.keeperToken, codes[0]))}`);
    const panel = page.getByRole('complementary').filter({ hasText: 'This code' });
    await panel.getByText('Used 1 of 1 times').waitFor();
    await panel.getByText('It was used as often as it may be.').waitFor();
    await panel.getByRole('link', { name: order.number, exact: true }).waitFor();
    await panel.getByText('Ada Codes').waitFor();
  });
  await photograph(page, 'discount-code-uses', () => page.getByText('Used 1 of 1 times').waitFor());

  await step('they are switched off together, and deleted but for the used one', async () => {
    await page.goto(`${url}/admin/plugins/cartwright/discount-codes`);
    const row = batchRow(page, batch);
    await row.getByRole('button', { name: /^Switch off/ }).click();
    await row.getByText('0 active, 1 used').waitFor();
    await row.getByRole('button', { name: /^Delete/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('19 codes are deleted, for good.').waitFor();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row.getByText('1 code', { exact: true }).waitFor();
  });
}

const input = (page, label) =>
  page.getByRole('textbox', { name: new RegExp(`^${label.replace(/[()]/g, '\\$&')}`) });

const batchRow = (page, batch) => page.getByRole('row').filter({ hasText: batch });

async function makeThing(url, token) {
  const types = `${url}/content-manager/collection-types`;
  const { data } = await post(`${types}/${PRODUCT}`, { title: 'Coded thing' }, { token });
  const [variation] = await find(
    url,
    token,
    `${VARIATION}?filters[productDocumentId]=${data.documentId}`
  );
  await post(
    `${types}/${VARIATION}/${variation.documentId}`,
    { unitPrice: 40 },
    {
      token,
      method: 'PUT',
    }
  );
  await post(`${types}/${PRODUCT}/${data.documentId}/actions/publish`, {}, { token });
  return variation.sku;
}

async function documentOf(url, token, code) {
  const [entry] = await find(url, token, `${CODE}?filters[code]=${code}`);
  return entry.documentId;
}

async function find(url, token, query) {
  const answer = await fetch(`${url}/content-manager/collection-types/${query}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return (await answer.json()).results;
}
