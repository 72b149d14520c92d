// cspell:ignore Öström
/* global navigator -- what runs inside the page */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { attribute, openNewEntry, post, press } from './support/editor.mjs';
import { productPanel } from './support/product-panel.mjs';
import { pagesOf } from './support/read-pdf.mjs';
import { shopper } from './support/shopper.mjs';

const PRODUCT = 'plugin::cartwright.product';
const OPTION = 'plugin::cartwright.product-option';
const SALE = 'plugin::cartwright.sale';
const PICTURES = join(fileURLToPath(new URL('../../playground/demo/pictures', import.meta.url)));

const BEA = {
  email: 'bea.ostrom@example.com',
  billing: {
    firstName: 'Bea',
    lastName: 'Öström',
    street: '3 Quay Street',
    city: 'Bristol',
    postcode: 'BS1 4DJ',
    country: 'GB',
  },
  sameAsBilling: true,
  shippingOption: 'standard',
  paymentMethod: 'fake',
  // The money is reserved, not taken.
  payment: { card: '4000000000000010' },
};

/** One editor, from a product's first word to the refund, without leaving the admin. */
export async function wholeDay({ page, url, shop, step }) {
  const token = shop.keeperToken;
  const mark = Date.now().toString(36);
  const title = `Deck chair ${mark}`;
  const colours = [`Sand ${mark}`, `Sky ${mark}`];
  const sizes = [`Low ${mark}`, `Mid ${mark}`, `High ${mark}`];
  const panel = productPanel(page);
  const card = (name) => page.getByRole('region', { name, exact: true });
  const dialog = page.getByRole('dialog');
  let product;
  let order;

  await step('two colours and three sizes are ticked, and six variations are there', async () => {
    const make = (type, name) =>
      post(`${url}/content-manager/collection-types/${OPTION}`, { type, name }, { token });
    for (const name of colours) await make('Colour', name);
    for (const name of sizes) await make('Size', name);
    await openNewEntry(page, url, PRODUCT);
    await attribute(page, 'title').fill(title);
    for (const name of [...colours, ...sizes]) {
      await panel.getByRole('checkbox', { name, exact: true }).click();
    }
    await panel.getByText('After saving: 6 variations').waitFor();
    await press(page, 'Save');
    await panel.getByText('6 variations', { exact: true }).waitFor();
    product = page.url().match(/product\/(\w+)/)[1];
  });

  await step('prices and stock are pasted from a spreadsheet', async () => {
    await panel.getByRole('link', { name: 'Edit variations' }).click();
    const grid = page.getByRole('grid', { name: 'Variations' });
    await grid.waitFor();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const lines = ['60', '65', '70', '60', '65', '70'].join('\n');
    await page.evaluate((text) => navigator.clipboard.writeText(text), lines);
    const first = grid.getByRole('row').nth(1).getByRole('gridcell');
    await first.nth(1).click();
    await page.keyboard.press('Control+v');
    await page.getByText('6 changed cells in 6 rows').waitFor();
    await page.evaluate(() => navigator.clipboard.writeText('8\n8\n8\n8\n8\n8'));
    await first.nth(4).click();
    await page.keyboard.press('Control+v');
    await page.getByText('12 changed cells in 6 rows').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('No changes', { exact: true }).waitFor();
  });

  await step('two pictures are uploaded from the editor’s own disk', async () => {
    await page.getByRole('tab', { name: 'Pictures' }).click();
    await page.getByRole('button', { name: 'Add pictures' }).first().click();
    await dialog
      .getByRole('button', { name: /add (more|new) assets/i })
      .first()
      .click();
    const files = ['garden-twine.webp', 'straw-hat.webp'].map((file) => join(PICTURES, file));
    await page.locator('input[type="file"]').setInputFiles(files);
    await page.getByRole('button', { name: /upload 2 assets/i }).click();
    for (const file of files) {
      const asset = dialog.getByRole('checkbox', { name: new RegExp(basename(file)) });
      await asset.first().click();
    }
    await dialog.getByRole('button', { name: 'Finish' }).click();
    await page.getByRole('listitem', { name: /Picture 2 of 2/ }).waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The pictures are saved.').first().waitFor();
  });

  await step('the product is published, and the store shows it', async () => {
    await page.goto(`${url}/admin/content-manager/collection-types/${PRODUCT}/${product}`);
    await press(page, 'Publish');
    const { data } = await stored(url, `/catalog/products?q=${mark}`);
    assert.deepEqual(
      data.map((found) => [found.title, found.price, Boolean(found.image)]),
      [[title, '60.00', true]]
    );
  });

  await step('a sale of ten per cent is seen before it is made', async () => {
    const preview = page.getByRole('complementary').filter({ hasText: 'What this sale does' });
    await openNewEntry(page, url, SALE);
    await attribute(page, 'title').fill(`Deck chairs ${mark}`);
    await attribute(page, 'discountPercent').fill('10');
    const products = page.getByRole('combobox', { name: /^products/i });
    await preview.getByText('Choose products or categories').waitFor();
    await products.click();
    await products.fill(title);
    await page
      .getByRole('option', { name: new RegExp(title) })
      .first()
      .click();
    await preview.getByText('6 variations of 1 product reduced').waitFor();
    await attribute(page, 'title').click();
    await attribute(page, 'active').click();
    await preview.getByRole('listitem').getByText('54.00').first().waitFor();
    await press(page, 'Save');
    const { data } = await stored(url, `/catalog/products?q=${mark}`);
    assert.equal(data[0].price, '54.00');
  });

  await step('a shopper buys three of them', async () => {
    const { data } = await stored(url, `/catalog/products?q=${mark}`);
    const detail = await stored(url, `/catalog/products/${data[0].slug}`);
    const [low, mid] = detail.data.variations;
    const bea = shopper(url);
    await bea.add(low.sku, 2);
    await bea.add(mid.sku, 1);
    order = await bea.order(BEA);
    assert.equal(order.totals.subtotal, '166.50');
  });

  await step('the editor finds the order, captures and fulfils with tracking', async () => {
    await page.goto(`${url}/admin/plugins/cartwright/orders?_q=${order.number}`);
    await page.getByRole('link', { name: order.number, exact: true }).click();
    await page.getByRole('heading', { name: `Order ${order.number}`, level: 1 }).waitFor();
    await card('Payments').getByRole('button', { name: 'Capture' }).click();
    await dialog.getByRole('button', { name: 'Capture' }).click();
    await page.getByText('Paid', { exact: true }).first().waitFor();
    await card('Parcels').getByRole('button', { name: 'Fulfil' }).click();
    await dialog.getByRole('textbox', { name: 'Carrier' }).fill('DHL');
    await dialog.getByRole('textbox', { name: 'Tracking number' }).fill('JD0146');
    await dialog.getByRole('button', { name: 'Fulfil' }).click();
    await card('Parcels').getByText('DHL · JD0146').waitFor();
  });

  await step('one line is refunded', async () => {
    await card('Refunds').getByRole('button', { name: 'Refund' }).click();
    await dialog.getByRole('spinbutton').last().fill('1');
    await dialog.getByRole('button', { name: 'Refund' }).click();
    await page.getByText('Partly refunded', { exact: true }).first().waitFor();
    const { data } = await stored(url, `/orders/${order.token}`);
    assert.equal(data.paymentStatus, 'partially_refunded');
    assert.deepEqual(
      data.fulfilments.map(({ carrier, trackingNumber }) => [carrier, trackingNumber]),
      [['DHL', 'JD0146']]
    );
  });

  await step('the invoice is a PDF with her name, the items and the total', async () => {
    const issue = card('Documents').getByRole('button', { name: 'Issue invoice' });
    if (await issue.isVisible()) await issue.click();
    const download = page.waitForEvent('download');
    await card('Documents')
      .getByRole('button', { name: /^PDF: Invoice / })
      .first()
      .click();
    const text = pagesOf(await readFile(await (await download).path())).join('\n');
    for (const words of ['Öström', title, order.totals.total]) {
      assert.ok(text.includes(words), `the invoice says ${words}`);
    }
  });

  await step('the home page begins with the chair', async () => {
    await page.goto(`${url}/admin/plugins/cartwright/layout/home/en`);
    await page.getByRole('button', { name: 'Add a block', exact: true }).first().click();
    await dialog.getByRole('button', { name: /^Products A row/ }).click();
    const form = page.getByRole('dialog', { name: 'Block: Products' });
    await form.getByRole('textbox', { name: 'Heading' }).fill(`Out of doors ${mark}`);
    await form.getByRole('combobox', { name: 'Which products' }).click();
    await page.getByRole('option', { name: 'The newest' }).click();
    await form.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByRole('button', { name: 'Publish page', exact: true }).click();
    await page.getByText('The page is published.').first().waitFor();
    const { data } = await stored(url, '/layout/home');
    const block = data.find(({ heading }) => heading === `Out of doors ${mark}`);
    assert.ok(block.products.some((found) => found.title === title));
  });
}

async function stored(url, path) {
  const answer = await fetch(`${url}/api/cartwright${path}`);
  return answer.json();
}
