// cspell:ignore fulfill -- playwright's word
import assert from 'node:assert/strict';

import { post } from './support/editor.mjs';
import { photograph } from './support/screenshots.mjs';
import { shopper } from './support/shopper.mjs';

const ADA = {
  email: 'ada@example.com',
  billing: {
    firstName: 'Ada',
    lastName: 'Sewell',
    street: '1 Mill Lane',
    city: 'Bath',
    postcode: 'BA1 1AA',
    country: 'GB',
  },
  shippingOption: 'standard',
  paymentMethod: 'manual',
};

const OTHERS = [
  { email: 'bo@example.com', firstName: 'Bo', lastName: 'Winter', quantity: 1 },
  {
    email: 'alexandra.of-upper-northampton@an-uncommonly-long-domain.example.com',
    firstName: 'Alexandra Catherine',
    lastName: 'of Upper Northampton and Wellingborough',
    quantity: 12,
  },
];

/** What the host answers when something broke. */
const BROKEN = {
  data: null,
  error: { status: 500, name: 'InternalServerError', message: 'Internal Server Error' },
};

const orderRow = (page, text) => page.getByRole('row').filter({ hasText: text });
const toast = (page, text) => page.getByRole('status').filter({ hasText: text });

/** A shopper buys over the store's API, and the staff see it. */
export async function firstSale({ page, url, shop, step }) {
  await step('shoppers buy the shirt', async () => {
    for (const { quantity, email, ...name } of OTHERS) {
      const details = { ...ADA, email, billing: { ...ADA.billing, ...name } };
      await buy(url, quantity, { ...details, sameAsBilling: true });
    }
    const order = await buy(url, 2, { ...ADA, instructions: 'Please ring twice.\nThank you!' });
    assert.equal(order.totals.subtotal, '39.80');
    shop.orderNumber = order.number;
  });

  await step('the list shows who ordered what it costs', async () => {
    await page.goto(`${url}/admin/plugins/cartwright`);
    const row = orderRow(page, 'Ada Sewell');
    await row.getByRole('link', { name: shop.orderNumber }).waitFor();
    await row.getByText('ada@example.com').waitFor();
    await row.getByText('Awaiting payment').waitFor();
    await row.getByText('Unfulfilled').waitFor();
    await row.getByText('Open').waitFor();
    await page.getByText('3 orders').waitFor();
  });
  await photograph(page, 'orders', () => orderRow(page, 'Ada Sewell').waitFor());

  await step('the list is searched, filtered and shown whole again', async () => {
    await page.getByRole('button', { name: 'Search' }).click();
    await page.locator('input[name="search"]').fill('sewell');
    await page.keyboard.press('Enter');
    await page.getByText('1 order', { exact: true }).waitFor();
    await orderRow(page, 'Ada Sewell').waitFor();

    await page.getByRole('button', { name: 'Filters' }).click();
    const filters = page.getByRole('dialog');
    await filters.getByRole('combobox', { name: 'Payment status' }).click();
    await page.getByRole('option', { name: 'Paid', exact: true }).click();
    await filters.getByRole('button', { name: 'Show orders' }).click();
    await page.getByText('No order fits this search.').waitFor();
    assert.match(page.url(), /_q=sewell/);
    assert.match(page.url(), /paymentStatus=paid/);

    await page.getByRole('button', { name: 'Show all orders' }).click();
    await page.getByText('3 orders').waitFor();
  });

  await step('the keyboard opens an order', async () => {
    await orderRow(page, 'Ada Sewell').getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Order ${shop.orderNumber}`, level: 1 }).waitFor();
  });

  await step('the order says what was bought, by whom and where it goes', async () => {
    for (const text of [
      'Linen shirt',
      'Size: M · SHIRT-M',
      'ada@example.com',
      'Ordered as a guest',
      'BA1 1AA Bath',
      'United Kingdom',
      'Please ring twice.',
      'Manual payment',
      'Order placed',
    ]) {
      await page.getByText(text).first().waitFor();
    }
    shop.orderUrl = page.url();
  });
  const loaded = () => page.getByRole('button', { name: 'Mark as paid' }).first().waitFor();
  await photograph(page, 'order', loaded);

  await step('the staff mark it as paid, after a question', async () => {
    await page.getByRole('button', { name: 'Mark as paid' }).first().click();
    const question = page.getByRole('alertdialog');
    await question.getByText(`Mark order ${shop.orderNumber} as paid?`).waitFor();
    await question.getByRole('button', { name: 'Confirm' }).click();
    await toast(page, `Order ${shop.orderNumber} is paid.`).waitFor();
    await page.getByText('Ida Keeper ·').waitFor();
    await page.getByRole('button', { name: 'Mark as paid' }).first().waitFor({ state: 'hidden' });
    assert.equal(await page.getByText('Paid', { exact: true }).count(), 3);
  });

  await step('the list knows it too', async () => {
    await page.getByRole('link', { name: 'Back' }).click();
    await orderRow(page, 'Ada Sewell').getByText('Paid', { exact: true }).waitFor();
    await orderRow(page, 'Bo Winter').getByText('Awaiting payment').waitFor();
  });

  await step('who marks it as paid too late is told why, and sees how it is', async () => {
    await orderRow(page, 'Bo Winter').getByRole('link').click();
    await page.getByRole('button', { name: 'Mark as paid' }).first().click();
    const path = new URL(page.url()).pathname.replace('/admin/plugins', '');
    await post(`${url}${path}/mark-as-paid`, {}, { token: shop.keeperToken });
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('No payment of this order is waiting').waitFor();
    await page.getByRole('button', { name: 'Mark as paid' }).first().waitFor({ state: 'hidden' });
  });

  await step('a list that cannot be loaded says so, and is tried again', async () => {
    const requests = '**/cartwright/orders?*';
    await page.route(requests, (route) => route.fulfill({ status: 500, json: BROKEN }));
    await page.goto(`${url}/admin/plugins/cartwright/orders`);
    await page.getByText('This could not be loaded.').waitFor();
    await photograph(page, 'orders-error', () =>
      page.getByText('This could not be loaded.').waitFor()
    );
    await page.unroute(requests);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('3 orders').waitFor();
  });

  await step('the stock has gone down', async () => {
    await page.goto(shop.productUrl);
    await page.getByText('35 in stock').waitFor();
  });

  await step('an order that does not exist is an error with a way out', async () => {
    await page.goto(`${url}/admin/plugins/cartwright/orders/no-such-order`);
    await page.getByText('There is no such order').waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
  });
}

async function buy(url, quantity, details) {
  const { add, order } = shopper(url);
  await add('SHIRT-M', quantity);
  return order(details);
}
