/* global document -- what runs inside the page */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { photograph } from './support/screenshots.mjs';
import { shopper } from './support/shopper.mjs';

/** The fake card whose money is not taken at once. */
const RESERVED = { paymentMethod: 'fake', payment: { card: '4000000000000010' } };

const ADA = {
  email: 'ada.marsh@example.com',
  billing: {
    firstName: 'Ada',
    lastName: 'Marsh',
    street: '7 Weir Road',
    city: 'Bath',
    postcode: 'BA2 5AA',
    country: 'GB',
  },
  sameAsBilling: true,
  shippingOption: 'standard',
};

const card = (page, name) => page.getByRole('region', { name, exact: true });
const dialog = (page) => page.getByRole('dialog');
const heard = (page, text) => page.getByRole('status').filter({ hasText: text }).last();
const status = (page, word) => page.getByText(word, { exact: true }).first();

/** The staff run orders from their pages. */
export async function orderSteps({ page, url, step }) {
  await step('a card is good for three shirts', async () => {
    await open(page, url, await buy(url, 3, RESERVED));
    await status(page, 'Authorized').waitFor();
  });
  const stock = await available(url);

  await step('the invoice is issued, once', async () => {
    await press(page, 'Documents', 'Issue invoice');
    await heard(page, 'The invoice was issued.').waitFor();
    await card(page, 'Documents')
      .getByRole('heading', { name: /^Invoice / })
      .waitFor();
    const button = card(page, 'Documents').getByRole('button', { name: 'Issue invoice' });
    await button.waitFor({ state: 'hidden' });
    await page.waitForFunction(() => document.activeElement?.tagName === 'SECTION');
  });

  await step('it is shown, without a window that could be blocked', async () => {
    const shown = card(page, 'Documents').getByRole('button', { name: /^Show: Invoice / });
    await shown.click();
    const paper = dialog(page).frameLocator('iframe');
    await paper.getByText('Ada Marsh').first().waitFor();
    await dialog(page).getByRole('button', { name: 'Print' }).isEnabled();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    assert.match(await focused(page), /^Show: Invoice /);
  });

  await step('it is downloaded as a PDF', async () => {
    const download = page.waitForEvent('download');
    await card(page, 'Documents')
      .getByRole('button', { name: /^PDF: Invoice / })
      .click();
    const file = await download;
    assert.match(file.suggestedFilename(), /^invoice-.+\.pdf$/);
    assert.equal((await readFile(await file.path())).subarray(0, 5).toString(), '%PDF-');
  });

  await step('money that is reserved is captured', async () => {
    await press(page, 'Payments', 'Capture');
    await dialog(page).getByRole('button', { name: 'Capture' }).click();
    await heard(page, 'The payment was captured.').waitFor();
    await status(page, 'Paid').waitFor();
    await card(page, 'Payments')
      .getByText(/captured$/)
      .waitFor();
  });

  await step('what the server refuses is told in the dialog', async () => {
    await press(page, 'Parcels', 'Fulfil');
    await dialog(page).getByRole('textbox', { name: 'Tracking link' }).fill('the blue van');
    await dialog(page).getByRole('button', { name: 'Fulfil' }).click();
    await dialog(page).getByRole('alert').getByText('an address that begins with http').waitFor();
  });

  await step('one of them leaves, and a double click is one parcel', async () => {
    const form = dialog(page);
    const units = form.getByRole('spinbutton');
    assert.equal(await units.inputValue(), '3');
    await units.fill('1');
    await form.getByRole('textbox', { name: 'Carrier' }).fill('Royal Mail');
    await form.getByRole('textbox', { name: 'Tracking number' }).fill('RM 1');
    await form.getByRole('textbox', { name: 'Tracking link' }).fill('https://mail.example/RM1');
    const asked = countRequests(page, /\/fulfilments$/);
    await form.getByRole('button', { name: 'Fulfil' }).dblclick();
    await heard(page, 'The parcel was noted.').waitFor();
    await status(page, 'Partly fulfilled').waitFor();
    await card(page, 'Parcels').getByText('2 units are still to be shipped.').waitFor();
    assert.equal(asked(), 1);
    assert.equal(await card(page, 'Parcels').getByRole('listitem').first().isVisible(), true);
  });

  await step('the focus is back at the button', async () => {
    await dialog(page).waitFor({ state: 'hidden' });
    assert.equal(await focused(page), 'Fulfil');
  });

  await step('the tracking is corrected', async () => {
    await press(page, 'Parcels', 'Correct tracking');
    await dialog(page).getByRole('textbox', { name: 'Tracking number' }).fill('RM 2');
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await heard(page, 'The tracking was corrected.').waitFor();
    const link = card(page, 'Parcels').getByRole('link', { name: 'Royal Mail · RM 2' });
    assert.equal(await link.getAttribute('href'), 'https://mail.example/RM1');
  });

  await step('one unit is given back, and goes back on the shelf', async () => {
    await press(page, 'Refunds', 'Refund');
    const form = dialog(page);
    await form.getByText('Choose what to give back').waitFor();
    assert.equal(await form.getByRole('button', { name: 'Refund' }).isDisabled(), true);
    await form.getByRole('spinbutton').fill('1');
    await form.getByText('1 × Linen shirt').waitFor();
    await form.getByRole('checkbox', { name: 'Put the items back into stock' }).click();
    await form.getByRole('textbox', { name: 'Reason' }).fill('Too small');
    const asked = countRequests(page, /\/refunds$/);
    await form.getByRole('button', { name: 'Refund' }).dblclick();
    await heard(page, 'The refund was made.').waitFor();
    assert.equal(asked(), 1);
    await status(page, 'Partly refunded').waitFor();
    const refunds = card(page, 'Refunds');
    for (const text of ['1 × Linen shirt', 'Back in stock', 'Too small', 'Done']) {
      await refunds.getByText(text).waitFor();
    }
    assert.equal(await available(url), stock + 1);
  });

  await step('its credit note is there by itself', async () => {
    await card(page, 'Documents')
      .getByRole('heading', { name: /^Credit note / })
      .waitFor();
  });

  await step('more than is left is refused with the reason', async () => {
    await press(page, 'Refunds', 'Refund');
    await dialog(page).getByRole('radio', { name: 'An amount' }).click();
    await dialog(page).getByRole('textbox', { name: 'An amount' }).fill('5000');
    await dialog(page).getByText('5000.00 is more than').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
  });

  await step('a note stays in the history', async () => {
    await press(page, 'History', 'Add note');
    await dialog(page).getByRole('textbox', { name: 'Note' }).fill('Called back.\nAll is well.');
    await dialog(page).getByRole('button', { name: 'Add note' }).click();
    await card(page, 'History').getByText('All is well.').waitFor();
  });
  await photograph(page, 'order-steps', () => card(page, 'Parcels').waitFor());

  await step('or let go, on another order', async () => {
    await open(page, url, await buy(url, 1, RESERVED));
    await press(page, 'Payments', 'Void');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
    await heard(page, 'The payment was voided.').waitFor();
    await card(page, 'Payments').getByText('Cancelled').waitFor();
  });

  const before = await available(url);
  await step('who has not paid is asked to', async () => {
    await open(page, url, await buy(url, 2, { paymentMethod: 'manual' }));
    await press(page, 'Payments', 'Request payment');
    await page.getByRole('alertdialog').getByText('ada.marsh@example.com').waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
    await heard(page, 'A payment link is on its way').waitFor();
    assert.equal(await available(url), before - 2);
  });

  await step('an order is cancelled after it was said what that means', async () => {
    await page.getByRole('button', { name: 'Cancel order' }).click();
    await dialog(page).getByText('The items go back into stock.').waitFor();
    await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Changed her mind');
    await dialog(page).getByRole('button', { name: 'Cancel order' }).click();
    await heard(page, 'was cancelled.').waitFor();
    await status(page, 'Cancelled').waitFor();
    await card(page, 'History').getByText('Changed her mind').waitFor();
    for (const name of ['Cancel order', 'Fulfil', 'Refund', 'Issue invoice', 'Request payment']) {
      await page.getByRole('button', { name, exact: true }).waitFor({ state: 'hidden' });
    }
    assert.equal(await available(url), before);
  });

  await step('the focus is at the order, since the button has gone', async () => {
    assert.match(await focused(page), /^Order /);
  });
}

async function buy(url, quantity, payment) {
  const { add, order } = shopper(url);
  await add('SHIRT-M', quantity);
  return (await order({ ...ADA, ...payment })).number;
}

async function open(page, url, number) {
  await page.goto(`${url}/admin/plugins/cartwright/orders`);
  await page.getByRole('link', { name: number, exact: true }).click();
  await page.getByRole('heading', { name: `Order ${number}`, level: 1 }).waitFor();
}

const press = (page, part, name) =>
  card(page, part).getByRole('button', { name, exact: true }).click();

/** What the one who has the focus is called. */
const focused = (page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent
  );

function countRequests(page, path) {
  let count = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && path.test(new URL(request.url()).pathname)) count += 1;
  });
  return () => count;
}

async function available(url) {
  const response = await fetch(`${url}/api/cartwright/catalog/products/linen-shirt`);
  const { data } = await response.json();
  return data.variations.find(({ sku }) => sku === 'SHIRT-M').available;
}
