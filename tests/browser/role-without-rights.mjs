// cspell:ignore firstname networkidle -- words of the host and of playwright
import assert from 'node:assert/strict';

import { PASSWORD, logIn, post } from './support/editor.mjs';

const PACKER = { firstname: 'Pat', email: 'pat@example.com' };

const READ_ORDERS = { action: 'plugin::cartwright.orders.read' };
const PRODUCTS = ['explorer.read', 'explorer.update'].map((name) => ({
  action: `plugin::content-manager.${name}`,
  subject: 'plugin::cartwright.product',
  properties: { fields: ['title', 'slug'], locales: ['en'] },
}));

const STEPS = [
  'Mark as paid',
  'Request payment',
  'Fulfil',
  'Issue invoice',
  'Add note',
  'Cancel order',
];

/** Somebody who packs parcels: sees orders and products, but neither money nor variations are theirs. */
export async function roleWithoutRights({ page, url, shop, browser, step }) {
  const roleId = await step('a role gets few rights', () => makePacker(url, shop.keeperToken));

  await step('it sees an order, but cannot do anything about it', async () => {
    await browser.forgetEditor();
    await logIn(page, url, PACKER.email);
    await page.goto(`${url}/admin/plugins/cartwright/orders`);
    await page.getByRole('row').filter({ hasText: 'Bo Winter' }).getByRole('link').click();
    await page.getByText('Awaiting payment').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'Show: Packing slip' }).waitFor();
    for (const name of STEPS) {
      assert.equal(await page.getByRole('button', { name }).count(), 0, name);
    }
  });

  await step('it is told why it does not see the variations of a product', async () => {
    await page.goto(shop.productUrl);
    await page.getByText('Your role may not see the variations of products.').waitFor();
  });

  await step('without the right to see orders there is no shop', async () => {
    await allow(url, shop.keeperToken, roleId, PRODUCTS);
    await page.goto(`${url}/admin/plugins/cartwright/orders`);
    await page.getByText("You don't have the permissions to access that content").waitFor();
    assert.equal(await page.getByRole('link', { name: 'Shop' }).count(), 0);
  });
}

async function makePacker(url, token) {
  const role = await post(`${url}/admin/roles`, { name: 'Packer', description: '' }, { token });
  await allow(url, token, role.data.id, [READ_ORDERS, ...PRODUCTS]);
  const user = await post(`${url}/admin/users`, { ...PACKER, roles: [role.data.id] }, { token });
  await post(`${url}/admin/register`, {
    registrationToken: user.data.registrationToken,
    userInfo: { firstname: PACKER.firstname, password: PASSWORD },
  });
  return role.data.id;
}

function allow(url, token, roleId, permissions) {
  const complete = { subject: null, properties: {}, conditions: [] };
  return post(
    `${url}/admin/roles/${roleId}/permissions`,
    { permissions: permissions.map((permission) => ({ ...complete, ...permission })) },
    { token, method: 'PUT' }
  );
}
