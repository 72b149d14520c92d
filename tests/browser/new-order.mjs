import assert from 'node:assert/strict';

import { post } from './support/editor.mjs';
import { madeProduct } from './support/made-product.mjs';
import { photograph } from './support/screenshots.mjs';

const EMAIL = 'bea.kettle@example.com';

const card = (page, name) => page.getByRole('region', { name, exact: true });
const dialog = (page) => page.getByRole('dialog');
const heard = (page, text) => page.getByRole('status').filter({ hasText: text }).last();
const field = (page, name) => page.getByRole('textbox', { name, exact: true });

/** Somebody calls: staff take the order down, the same again later, and forget them when they ask for it. */
export async function newOrder({ page, url, shop, step }) {
  const token = shop.keeperToken;
  const kettle = await madeProduct(url, token, {
    title: 'Copper kettle',
    unitPrice: 60,
    stock: 9,
  });
  const code = `KETTLE${Date.now()}`;
  await post(
    `${url}/content-manager/collection-types/plugin::cartwright.discount-code`,
    { title: code, code, active: true, discountDeduct: 10, appliesTo: 'cart' },
    { token }
  );

  await step('the way to it is in the list', async () => {
    await page.goto(`${url}/admin/plugins/cartwright/orders`);
    await page.getByRole('link', { name: 'Create order' }).click();
    await page.getByRole('heading', { name: 'New order' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Place order' }).isDisabled(), true);
  });

  await step('a scanner’s Enter adds what it read', async () => {
    const search = page.getByRole('searchbox', { name: 'Add an item' });
    await search.fill(kettle);
    await page
      .getByRole('button', { name: /^Add Copper kettle/ })
      .first()
      .waitFor();
    await search.press('Enter');
    await search.press('Enter');
    const quantity = page.getByRole('spinbutton', { name: /^Quantity of Copper kettle/ });
    assert.equal(await quantity.inputValue(), '2');
    await card(page, 'Summary')
      .getByText(/120\.00$/)
      .first()
      .waitFor();
  });

  await step('a code that is none is refused at its field, and one that is counts', async () => {
    await field(page, 'Discount code').fill('NO-SUCH-CODE');
    await page.getByRole('button', { name: 'Apply' }).click();
    await card(page, 'Discount').getByText('There is no such discount code.').waitFor();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await field(page, 'Discount code').fill(code.toLowerCase());
    await page.getByRole('button', { name: 'Apply' }).click();
    await card(page, 'Discount').getByText('The code counts.').waitFor();
    await card(page, 'Summary').getByText(`Discount code ${code}`).waitFor();
  });

  await step('what is missing is said at each field, and nothing is lost', async () => {
    await field(page, 'E-mail').fill(EMAIL);
    await field(page, 'First name').fill('Bea');
    await page.getByRole('radio', { name: /: it is paid already$/ }).click();
    const place = page.getByRole('button', { name: 'Place order' });
    await enabled(page, place);
    await place.click();
    await card(page, 'Summary').getByText('Please correct the marked fields.').waitFor();
    assert.equal((await card(page, 'Addresses').getByText('This is needed.').count()) > 3, true);
    assert.equal(await field(page, 'First name').inputValue(), 'Bea');
  });

  await step('it is placed once, and paid', async () => {
    const address = { 'Last name': 'Kettle', 'Street and number': '3 Spout Row' };
    for (const [name, value] of Object.entries({ ...address, City: 'Bath', Postcode: 'BA1 1AA' })) {
      await field(page, name).fill(value);
    }
    const country = page.getByRole('combobox', { name: 'Country' });
    await country.pressSequentially('United King');
    await page.getByRole('option', { name: 'United Kingdom' }).click();
    const shipping = card(page, 'Shipping').getByRole('radio').first();
    await shipping.click();
    const place = page.getByRole('button', { name: 'Place order' });
    await enabled(page, place);
    await place.dblclick();
    await heard(page, 'was placed.').waitFor();
    await page.getByRole('heading', { name: /^Order /, level: 1 }).waitFor();
    await page.getByText('Paid', { exact: true }).first().waitFor();
    assert.equal((await ordersOf(url, token)).length, 1);
  });

  await step('the same again is one click and a look', async () => {
    await page.getByRole('link', { name: 'Create again' }).click();
    await page.getByRole('heading', { name: 'New order' }).waitFor();
    assert.equal(await field(page, 'E-mail').inputValue(), EMAIL);
    await page.getByRole('radio', { name: /: wait for the money$/ }).click();
    const place = page.getByRole('button', { name: 'Place order' });
    await enabled(page, place);
    await place.click();
    await heard(page, 'was placed.').waitFor();
    await card(page, 'Customer').getByText('1 other order').waitFor();
    assert.equal((await ordersOf(url, token)).length, 2);
  });

  await step('a customer whom the shop knows is found, and fills the form in', async () => {
    await page.goto(`${url}/admin/plugins/cartwright/orders/new`);
    await page.getByRole('searchbox', { name: 'Find a customer' }).fill('bea.kettle');
    await page.getByRole('button', { name: 'Choose Bea Kettle' }).click();
    assert.equal(await field(page, 'City').inputValue(), 'Bath');
    assert.equal(
      await page.getByRole('combobox', { name: 'Country' }).inputValue(),
      'United Kingdom'
    );
  });
  await photograph(page, 'new-order', () => card(page, 'Items').waitFor());

  await step('an open order keeps the customer’s data', async () => {
    const [{ documentId }] = await ordersOf(url, token);
    await page.goto(`${url}/admin/plugins/cartwright/orders/${documentId}`);
    await card(page, 'Customer').getByRole('link', { name: 'Customer data' }).click();
    await page.getByText(`What is kept of ${EMAIL}`).waitFor();
    await page.getByText('2 orders', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Erase', exact: true }).click();
    await dialog(page)
      .getByText(/still open/)
      .waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    for (const order of await ordersOf(url, token)) {
      await post(`${url}/cartwright/orders/${order.documentId}/cancel`, {}, { token });
    }
  });

  await step('their data are handed out, and erased after they were named again', async () => {
    await page.goto(`${url}/admin/settings/cartwright/customer-data`);
    await page.getByRole('textbox', { name: 'E-mail' }).fill(EMAIL);
    await page.getByRole('button', { name: 'Look up' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    assert.equal((await download).suggestedFilename(), `customer-data-${EMAIL}.json`);
    await page.getByRole('button', { name: 'Erase', exact: true }).click();
    const erase = dialog(page).getByRole('button', { name: 'Erase', exact: true });
    assert.equal(await erase.isDisabled(), true);
    await dialog(page).getByRole('textbox').fill(EMAIL);
    await erase.click();
    await page.getByText(`The data of ${EMAIL} were erased`).waitFor();
    assert.equal((await ordersOf(url, token)).length, 0);
  });
}

async function ordersOf(url, token) {
  const response = await fetch(`${url}/cartwright/orders?q=${encodeURIComponent(EMAIL)}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return (await response.json()).data;
}

/** Once what was typed has been priced. */
async function enabled(page, button) {
  await page.waitForFunction(
    (element) => !element.disabled && element.getAttribute('aria-disabled') !== 'true',
    await button.elementHandle()
  );
}
