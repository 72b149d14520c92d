import assert from 'node:assert/strict';

import { post } from './support/editor.mjs';
import { madeProduct } from './support/made-product.mjs';
import { photograph } from './support/screenshots.mjs';

const ADA = {
  // Nobody who ordered before, however often the story is told in one shop.
  email: `ada.lantern.${Date.now()}@example.com`,
  billing: {
    firstName: 'Ada',
    lastName: 'Lantern',
    street: '12 Wick Lane',
    city: 'Whitby',
    postcode: 'YO21 3PU',
    country: 'GB',
  },
  sameAsBilling: true,
};

const card = (page, name) => page.getByRole('region', { name, exact: true });
const heard = (page, text) => page.getByRole('status').filter({ hasText: text }).last();

/** Staff change an order that a customer calls about, while somebody else works on it, too. */
export async function orderEdit({ page, url, shop, step }) {
  const token = shop.keeperToken;
  const lantern = await madeProduct(url, token, {
    title: 'Storm lantern',
    unitPrice: 40,
    stock: 5,
  });
  await madeProduct(url, token, { title: 'Lantern wick', unitPrice: 3, stock: 50 });
  const order = await placed(url, token, { ...ADA, items: [{ sku: lantern, quantity: 2 }] });
  const orderUrl = `${url}/admin/plugins/cartwright/orders/${order.documentId}`;
  const edit = (body) => post(`${url}/cartwright/orders/${order.documentId}/edit`, body, { token });

  await step('the page says what is next, and whose order it is', async () => {
    await page.goto(orderUrl);
    const next = card(page, 'What is next');
    await next.getByText(/^Waiting for /).waitFor();
    await next.getByText('2 units to ship').waitFor();
    await card(page, 'Customer').getByText('first and only order').waitFor();
  });

  await step('its figures are explained', async () => {
    await card(page, 'Items').getByRole('button', { name: 'Explain the figures' }).click();
    await card(page, 'Items')
      .getByText('2 × £40.00')
      .or(page.getByText(/^2 × .*40\.00$/))
      .first()
      .waitFor();
  });

  await step(
    'an item is found, added, and shown in the preview before anything is saved',
    async () => {
      await page.getByRole('link', { name: 'Edit', exact: true }).click();
      await page.getByRole('heading', { name: `Edit order ${order.number}` }).waitFor();
      const save = page.getByRole('button', { name: 'Save changes' });
      assert.equal(await save.isDisabled(), true);
      await page.getByRole('searchbox', { name: 'Add an item' }).fill('wick lantern');
      await page
        .getByRole('button', { name: /^Add Lantern wick/ })
        .first()
        .click();
      await card(page, 'What changes').getByText('Lantern wick: 1 added').waitFor();
      assert.equal((await seen(url, token, order)).items.length, 1);
    }
  );

  await step('more than there is, is refused at the field', async () => {
    const quantity = page.getByRole('spinbutton', { name: /^Quantity of Storm lantern/ });
    await quantity.fill('99');
    await card(page, 'Items').getByText('Only 3 more are in stock').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Save changes' }).isDisabled(), true);
    await quantity.fill('3');
    await card(page, 'What changes').getByText('Storm lantern: 2 → 3').waitFor();
  });

  await step('leaving without saving is asked about', async () => {
    await page
      .getByRole('link', { name: 'Back' })
      .or(page.getByText('Back', { exact: true }))
      .first()
      .click();
    const question = page.getByRole('alertdialog');
    await question.waitFor();
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'hidden' });
    await page.getByRole('spinbutton', { name: /^Quantity of Storm lantern/ }).waitFor();
  });

  await step('an order that a colleague changed meanwhile is not overwritten', async () => {
    const total = (await seen(url, token, order)).totals.total;
    await edit({ instructions: 'Ring twice', expectedTotal: total });
    await page.getByRole('button', { name: 'Save changes' }).click();
    const preview = card(page, 'What changes');
    await preview.getByText('Somebody has changed this order').waitFor();
    assert.equal((await seen(url, token, order)).items[0].quantity, 2);
    await preview.getByRole('button', { name: 'Reload and keep my changes' }).click();
    await preview.getByText('Storm lantern: 2 → 3').waitFor();
    await preview.getByText('Lantern wick: 1 added').waitFor();
    assert.equal(
      await page.getByRole('textbox', { name: 'Instructions' }).inputValue(),
      'Ring twice'
    );
  });

  await step('it is saved once, and what is due is the next thing to do', async () => {
    const save = page.getByRole('button', { name: 'Save changes' });
    await page.waitForFunction(
      (button) => !button.disabled && button.getAttribute('aria-disabled') !== 'true',
      await save.elementHandle()
    );
    await save.dblclick();
    await heard(page, `Order ${order.number} was changed.`).waitFor();
    await page.getByRole('heading', { name: `Order ${order.number}`, level: 1 }).waitFor();
    await card(page, 'What is next').getByText('4 units to ship').waitFor();
    const after = await seen(url, token, order);
    assert.deepEqual(
      [after.revision, after.instructions, after.items.map(({ quantity }) => quantity)],
      [2, 'Ring twice', [3, 1]]
    );
  });
  await photograph(page, 'order', () => card(page, 'What is next').waitFor());
}

/** An order that staff took down; answers with all of it. */
async function placed(url, token, body) {
  const shown = await post(`${url}/cartwright/orders/preview`, body, { token });
  const shippingOption = shown.data.shippingOptions[0]?.code ?? null;
  const order = { ...body, shippingOption, paymentMethod: 'manual' };
  return (await post(`${url}/cartwright/orders`, order, { token })).data;
}

async function seen(url, token, { documentId }) {
  const response = await fetch(`${url}/cartwright/orders/${documentId}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return (await response.json()).data;
}
