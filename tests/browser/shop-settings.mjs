// cspell:ignore unroute fulfill -- playwright's words
import assert from 'node:assert/strict';

import { post } from './support/editor.mjs';
import { photograph } from './support/screenshots.mjs';
import { shopper } from './support/shopper.mjs';

const VARIATION = 'plugin::cartwright.product-variation';
const PRODUCT = 'plugin::cartwright.product';

const heading = (page, name) => page.getByRole('heading', { name, exact: true });
const list = (page, name) => page.getByRole('list', { name, exact: true });
const lastRow = (page, name) => list(page, name).locator('> li').last();
const save = async (page) => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The settings were saved and are in force.').last().waitFor();
};

/** An editor runs the shop without a deploy: what is set counts for the next cart. */
export async function shopSettings({ page, url, shop, step }) {
  const token = shop.keeperToken;
  const before = await settingsOf(url, token);
  const sku = await step('a thing for 100.00 is for sale', () => makeThing(url, token));
  const ada = shopper(url);
  await ada.add(sku, 1);

  await step('the settings lead to the taxes', async () => {
    await page.goto(`${url}/admin/settings`);
    await page.getByRole('link', { name: 'Taxes', exact: true }).click();
    await heading(page, 'Tax rates').waitFor();
  });

  await step('a rate that is none is refused at its field, which has the focus', async () => {
    await page.getByRole('button', { name: 'Add a rate' }).click();
    const row = lastRow(page, 'Tax rates');
    await choose(page, row.getByRole('combobox', { name: /^Country/ }), 'Iceland');
    await row.getByRole('textbox', { name: /^Rate/ }).fill('24%');
    await row.getByRole('textbox', { name: /^Label/ }).fill('VSK');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await row.getByText('Write a plain number, such as 19 or 5.5.').waitFor();
    await page.waitForFunction(() => globalThis.document.activeElement?.value === '24%');
  });

  await step('the calculator knows it before it is saved', async () => {
    await lastRow(page, 'Tax rates').getByRole('textbox', { name: /^Rate/ }).fill('24');
    await choose(
      page,
      page.getByRole('combobox', { name: 'Country', exact: true }).last(),
      'Iceland'
    );
    await page.getByText('(VSK, 24%)').waitFor();
  });

  await step('leaving asks first, and saving says so', async () => {
    await page.getByRole('link', { name: 'Shipping', exact: true }).click();
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'hidden' });
    await save(page);
    await page
      .getByText(/^Set here by /)
      .first()
      .waitFor();
  });

  await step('a shipping option is added', async () => {
    await page.getByRole('link', { name: 'Shipping', exact: true }).click();
    await heading(page, 'Shipping options').waitFor();
    await page.getByRole('button', { name: 'Add a shipping option' }).click();
    const row = lastRow(page, 'Shipping options');
    await row.getByRole('textbox', { name: /^Label/ }).fill('Ferry');
    await row.getByRole('textbox', { name: /^Code/ }).fill('ferry');
    await row.getByRole('textbox', { name: /^Costs/ }).fill('12.50');
    await save(page);
  });

  await step('the cart has both at once', async () => {
    const cart = await ada.say({ billing: { country: 'IS' }, shippingOption: 'ferry' });
    assert.equal(cart.totals.shipping, '12.50');
    assert.deepEqual(
      cart.taxes.map(({ label, rate }) => [label, rate]),
      [['VSK', '24']]
    );
  });
  await photograph(page, 'settings-shipping', () => heading(page, 'Shipping options').waitFor());

  await step('a mail is previewed in the words of the editor', async () => {
    await page.goto(`${url}/admin/settings/cartwright/mails`);
    await page.getByRole('textbox', { name: 'Introduction' }).fill('Well met, {name}!');
    const paper = page.frameLocator('iframe');
    await paper.getByText('Well met, Ada Lovelace!').waitFor();
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await paper.getByText('Thank you for your order.').waitFor();
  });

  await step('the shop is as it was before', async () => {
    const { version } = await settingsOf(url, token);
    const back = (key) =>
      before.fields[key].source === 'admin' ? { [key]: before.fields[key].value } : {};
    const set = { ...back('tax.rates'), ...back('shipping.options') };
    const reset = ['tax.rates', 'shipping.options'].filter((key) => !(key in set));
    await post(`${url}/cartwright/settings`, { version, set, reset }, { token, method: 'PUT' });
  });

  await step('a role that may only look changes nothing', async () => {
    await page.route(PERMISSIONS, withoutUpdate);
    await page.goto(`${url}/admin/settings/cartwright/taxes`);
    await page.getByText('Your role may see the settings, but not change them.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Save', exact: true }).count(), 0);
    assert.equal(await page.getByRole('button', { name: 'Add a rate' }).count(), 0);
    await page.unroute(PERMISSIONS);
  });
}

const PERMISSIONS = /\/admin\/users\/me\/permissions/;

/** As the host tells it of a role without this right; that the server refuses is told in tests/flows/settings.test.ts. */
async function withoutUpdate(route) {
  const response = await route.fetch();
  const { data } = await response.json();
  const left = data.filter(({ action }) => action !== 'plugin::cartwright.settings.update');
  await route.fulfill({ response, json: { data: left } });
}

async function choose(page, field, name) {
  await field.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(name);
  await page.getByRole('option', { name, exact: true }).click();
}

async function settingsOf(url, token) {
  const response = await fetch(`${url}/cartwright/settings`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return (await response.json()).data;
}

/** A product over the Content Manager's own routes. @returns the SKU of its only variation */
async function makeThing(url, token) {
  const manager = `${url}/content-manager/collection-types`;
  const { data } = await post(`${manager}/${PRODUCT}`, { title: 'Sheepskin' }, { token });
  const answer = await fetch(
    `${manager}/${VARIATION}?filters[productDocumentId][$eq]=${data.documentId}`,
    { headers: { Authorization: `Bearer ${token}` } }
  );
  const [variation] = (await answer.json()).results;
  const put = { token, method: 'PUT' };
  await post(`${manager}/${VARIATION}/${variation.documentId}`, { unitPrice: '100.00' }, put);
  await post(`${manager}/${PRODUCT}/${data.documentId}/actions/publish`, {}, { token });
  return variation.sku;
}
