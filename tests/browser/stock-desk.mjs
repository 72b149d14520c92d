import assert from 'node:assert/strict';

import { post } from './support/editor.mjs';
import { madeProduct } from './support/made-product.mjs';
import { photograph } from './support/screenshots.mjs';

/** Somebody counts what is on the shelves. */
export async function stockDesk({ page, url, shop, step }) {
  const token = shop.keeperToken;
  const title = `Stocked lamp ${Date.now()}`;
  const row = page.getByRole('row').filter({ hasText: title });
  const dialog = page.getByRole('dialog');
  const save = dialog.getByRole('button', { name: 'Adjust stock' });
  const units = dialog.getByRole('textbox', { name: 'Units' });

  const { documentId } = await step('there is something to count', async () => {
    const sku = await madeProduct(url, token, { title, unitPrice: '19.00', stock: 5 });
    return findRow(url, token, sku);
  });
  const set = (wanted, seen) =>
    post(
      `${url}/cartwright/stock/adjust`,
      { adjustments: [{ documentId, units: wanted, seen }], reason: 'counted' },
      { token }
    );

  await step('the list finds it', async () => {
    await page.goto(`${url}/admin/plugins/cartwright/stock`);
    await page.getByRole('heading', { name: 'Stock', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByRole('searchbox', { name: /^Search by SKU/ }).fill(title);
    await page.keyboard.press('Enter');
    await page.getByText('1 variation', { exact: true }).waitFor();
    await row.getByText('5', { exact: true }).waitFor();
  });

  await step('units that were received are there at once', async () => {
    await row.getByRole('button', { name: /^Adjust stock of/ }).click();
    await units.fill('4');
    await dialog.getByText('5 → 9').waitFor();
    await dialog.getByRole('textbox', { name: 'Note' }).fill('Crate 7');
    await save.click();
    await page.getByText('The stock was adjusted').first().waitFor();
    await row.getByText('9', { exact: true }).waitFor();
  });

  await step('more than there is cannot be taken away', async () => {
    await row.getByRole('button', { name: /^Adjust stock of/ }).click();
    await dialog.getByRole('radio', { name: 'Take units away' }).click();
    await units.fill('10');
    await dialog.getByText(/^There are not as many/).waitFor();
    assert.ok(await save.isDisabled());
    await units.fill('half a crate');
    await dialog.getByText('Enter a whole number.').waitFor();
  });

  await step('what was counted holds only for what was seen', async () => {
    await dialog.getByRole('radio', { name: /^Set to a number/ }).click();
    await units.fill('20');
    await set(8, 9);
    await save.click();
    await dialog
      .getByRole('alert')
      .getByText(/^Units have moved since you counted/)
      .waitFor();
    await dialog.getByText('8 → 20').waitFor();
    await save.click();
    await dialog.waitFor({ state: 'hidden' });
    await row.getByText('20', { exact: true }).waitFor();
  });

  await step('all that are chosen are adjusted together', async () => {
    await page.getByRole('checkbox', { name: 'Choose all of this page' }).click();
    await page.getByText('1 chosen').waitFor();
    await page.getByRole('button', { name: 'Adjust all chosen' }).click();
    await units.fill('1');
    await save.click();
    await row.getByText('21', { exact: true }).waitFor();
  });

  await step('its history tells who did what', async () => {
    await row.getByRole('button', { name: /^Movements of/ }).click();
    await dialog.getByText('Crate 7').waitFor();
    await dialog.getByText('+12', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  await step('the movements of the shop are filtered and saved as a file', async () => {
    await page.getByRole('tab', { name: 'Movements' }).click();
    await page.getByRole('combobox', { name: 'Reason' }).click();
    await page.getByRole('option', { name: 'Counted' }).click();
    await page.getByRole('row').filter({ hasText: title }).first().waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    assert.equal((await download).suggestedFilename(), 'stock-movements.csv');
  });
  await photograph(page, 'stock-movements', () =>
    page.getByRole('row').filter({ hasText: title }).first().waitFor()
  );
}

/** As the list shows it. */
async function findRow(url, token, sku) {
  const answer = await fetch(`${url}/cartwright/stock?q=${sku}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return (await answer.json()).data[0];
}
