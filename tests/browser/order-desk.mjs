import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { post } from './support/editor.mjs';
import { madeProduct } from './support/made-product.mjs';
import { photograph } from './support/screenshots.mjs';
import { shopper } from './support/shopper.mjs';

/** Nobody else in the shop is called so, however often the story is told. */
const NAME = `Desk${Date.now().toString(36)}`;

const NILS = {
  email: `nils.${NAME.toLowerCase()}@example.com`,
  billing: {
    firstName: 'Nils',
    lastName: NAME,
    street: '3 Harbour Road',
    city: 'Oban',
    postcode: 'PA34 5AA',
    country: 'GB',
  },
  sameAsBilling: true,
};

const dialog = (page) => page.getByRole('dialog');
const heard = (page, text) => page.getByRole('status').filter({ hasText: text }).last();
const rows = (page) => page.getByRole('row').filter({ hasText: NAME });
const bulk = (page) => page.getByRole('group', { name: 'Selected orders' });

/** Staff work through a heap of orders: find them, keep the view, ship, print and export them; and look around. */
export async function orderDesk({ page, url, shop, step }) {
  const token = shop.keeperToken;
  const sku = await madeProduct(url, token, { title: 'Desk lamp', unitPrice: 25, stock: 20 });
  const orders = [];
  for (let count = 0; count < 3; count += 1) {
    const body = { ...NILS, items: [{ sku, quantity: 1 + count }] };
    orders.push(await placed(url, token, body));
  }
  const gone = orders[0];
  await post(`${url}/cartwright/orders/${gone.documentId}/cancel`, {}, { token });
  const left = shopper(url);
  await left.add(sku, 2);

  await step('orders are found by a name, in an address that can be shared', async () => {
    await page.goto(`${url}/admin/plugins/cartwright/orders?_q=${NAME}`);
    await page.getByText('3 orders', { exact: true }).waitFor();
    assert.equal(await rows(page).count(), 3);
  });

  await step('they are put in order by their totals', async () => {
    await page.getByRole('button', { name: 'Total', exact: true }).click();
    await page.waitForURL(/sort=total/);
    await page.getByRole('button', { name: 'Sort by Total' }).waitFor();
  });

  await step('a wrong amount is told at its field, and filters are used together', async () => {
    await page.getByRole('button', { name: 'Filters' }).click();
    const least = dialog(page).getByRole('textbox', { name: 'Total from' });
    await least.fill('a lot');
    await dialog(page).getByRole('button', { name: 'Show orders' }).click();
    await dialog(page).getByText('Enter an amount such as').waitFor();
    await least.fill('1');
    await dialog(page).getByRole('combobox', { name: 'Order status' }).click();
    await page.getByRole('option', { name: 'Open' }).click();
    await dialog(page).getByRole('button', { name: 'Show orders' }).click();
    await page.getByText('2 orders', { exact: true }).waitFor();
    await page.getByText('Order status: Open').waitFor();
  });

  await step('the view is kept under a name, and opened again', async () => {
    await page.getByRole('button', { name: 'Save view' }).click();
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill(`To do ${NAME}`);
    await dialog(page).getByRole('button', { name: 'Save view' }).click();
    await heard(page, 'The view was saved.').waitFor();
    await page.getByRole('link', { name: 'All', exact: true }).click();
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('menuitem', { name: `To do ${NAME}` }).click();
    await page.getByText('2 orders', { exact: true }).waitFor();
  });

  await step('it is renamed and shared by whose it is', async () => {
    await page.getByRole('button', { name: 'Edit view' }).click();
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill(`For ${NAME}`);
    await dialog(page).getByRole('checkbox').click();
    await dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: `For ${NAME}` }).waitFor();
  });

  await step('the chosen are shipped at once, and who cannot be is named', async () => {
    await page.goto(`${url}/admin/plugins/cartwright/orders?_q=${NAME}`);
    await page.getByText('3 orders', { exact: true }).waitFor();
    await page.getByRole('checkbox', { name: 'Select all orders of this page' }).click();
    await bulk(page).getByText('3 orders selected').waitFor();
    await bulk(page).getByRole('button', { name: 'Fulfil' }).click();
    await dialog(page).getByRole('textbox', { name: 'Carrier' }).fill('Ferry');
    await dialog(page).getByRole('button', { name: 'Fulfil' }).click();
    await dialog(page).getByText('2 orders were fulfilled.').waitFor();
    const refused = dialog(page).getByRole('listitem');
    await refused.filter({ hasText: gone.number }).getByText('The order is cancelled.').waitFor();
    await dialog(page).getByRole('button', { name: 'Close', exact: true }).last().click();
    await rows(page).getByText('Fulfilled', { exact: true }).nth(1).waitFor();
  });

  await step('their packing slips are one document', async () => {
    await bulk(page).getByRole('button', { name: 'Print' }).click();
    await dialog(page).getByRole('button', { name: 'Prepare' }).click();
    await dialog(page).getByText('3 documents').waitFor();
    const paper = dialog(page).frameLocator('iframe');
    await paper.getByText('Desk lamp').nth(2).waitFor();
    const download = page.waitForEvent('download');
    await dialog(page).getByRole('button', { name: 'PDF' }).click();
    assert.equal((await contentOf(await download)).slice(0, 5), '%PDF-');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
  });

  await step('invoices are issued on the way; what cannot have one is left out', async () => {
    await bulk(page).getByRole('button', { name: 'Print' }).click();
    await dialog(page).getByRole('radio', { name: 'Invoices' }).click();
    await dialog(page).getByRole('checkbox').click();
    await dialog(page).getByRole('button', { name: 'Prepare' }).click();
    await dialog(page).getByText('2 documents').waitFor();
    await dialog(page).getByText('1 order has no invoice').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
  });

  await step('they are exported, a line for each', async () => {
    await bulk(page).getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await dialog(page).getByRole('button', { name: 'Download' }).click();
    const lines = (await contentOf(await download)).trim().split('\n');
    assert.equal(lines.length, 4);
    await heard(page, 'The file was downloaded.').waitFor();
  });
  await step('so is all that matches, a line for each item', async () => {
    await page.getByRole('button', { name: 'Clear selection' }).click();
    await page.getByRole('button', { name: 'Export' }).click();
    await dialog(page).getByRole('radio', { name: 'One line for each item' }).click();
    const download = page.waitForEvent('download');
    await dialog(page).getByRole('button', { name: 'Download' }).click();
    const lines = (await contentOf(await download)).trim().split('\n');
    assert.equal(lines.length, 4);
    assert.match(lines[0], /sku,description/);
  });

  await photograph(page, 'order-desk', () => rows(page).first().waitFor());

  await step('the view is deleted', async () => {
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('menuitem', { name: `For ${NAME}` }).click();
    await page.getByRole('button', { name: 'Edit view' }).click();
    await dialog(page).getByRole('button', { name: 'Delete view' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
    await heard(page, 'The view was deleted.').waitFor();
  });

  await step('a cart is looked at', async () => {
    await page.goto(`${url}/admin/plugins/cartwright/carts?_q=${sku}&state=open`);
    await page.getByText(/^1 cart, /).waitFor();
    await page.getByRole('link', { name: /^Cart of / }).click();
    await page.getByRole('heading', { name: /^Cart of / }).waitFor();
    await page.getByRole('region', { name: 'Items' }).getByText('Desk lamp').waitFor();
  });

  await step('the home page shows how the shop does', async () => {
    await page.goto(`${url}/admin/`);
    const widget = (name) => page.getByRole('region', { name });
    await widget('Revenue')
      .getByText(/orders?$/)
      .first()
      .waitFor();
    await widget('Best sellers').getByRole('listitem').first().waitFor();
    for (const name of ['Orders to ship', 'Low stock', 'Abandoned carts']) {
      await widget(name).waitFor();
    }
    await widget('Revenue').getByRole('button', { name: '30 days' }).click();
  });
  await photograph(page, 'order-desk-home', () =>
    page.getByRole('region', { name: 'Revenue' }).waitFor()
  );
}

/** As staff take it down: it is paid outside the shop, so it may be shipped at once. */
async function placed(url, token, body) {
  const shown = await post(`${url}/cartwright/orders/preview`, body, { token });
  const shippingOption = shown.data.shippingOptions[0]?.code ?? null;
  const order = { ...body, shippingOption, paymentMethod: 'manual' };
  return (await post(`${url}/cartwright/orders`, order, { token })).data;
}

const contentOf = async (download) => readFile(await download.path(), 'latin1');
