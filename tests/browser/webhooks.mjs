import { photograph } from './support/screenshots.mjs';

const heading = (page, name) => page.getByRole('heading', { name });
const card = (page, name) => page.getByRole('region', { name });
const event = (page, where, name) => card(page, where).getByRole('checkbox', { name, exact: true });

/** What the host keeps of the only webhook. */
async function stored(url, token) {
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/admin/webhooks`, { headers });
  const { data } = await response.json();
  if (data.length !== 1) throw new Error(`${data.length} webhooks instead of one`);
  return data[0];
}

async function expectEvents(url, token, ...wanted) {
  const { events } = await stored(url, token);
  const found = [...events].sort().join();
  if (found !== wanted.sort().join()) throw new Error(`The webhook hears ${found || 'nothing'}`);
}

/** The staff choose which addresses hear of orders. */
export async function webhooks({ page, url, shop, step }) {
  await step('the settings lead to the webhooks of the shop', async () => {
    await page.goto(`${url}/admin/settings`);
    const links = page.getByRole('link', { name: 'Webhooks' });
    await links.first().waitFor();
    await page.locator('a[href$="/settings/cartwright/webhooks"]').click();
    await heading(page, 'New webhook').waitFor();
  });

  await step('a new one hears what was ticked', async () => {
    const form = card(page, 'New webhook');
    await form.getByRole('textbox', { name: 'Name' }).fill('Warehouse');
    await form.getByRole('textbox', { name: 'URL' }).fill('http://127.0.0.1:9999/hook');
    await event(page, 'New webhook', 'order.paid').click();
    await form.getByRole('button', { name: 'Add' }).click();
    await heading(page, 'Warehouse').waitFor();
    await expectEvents(url, shop.keeperToken, 'cartwright.order.paid');
  });

  await step('more is ticked, and un-ticked, later', async () => {
    await event(page, 'Warehouse', 'order.placed').click();
    await event(page, 'Warehouse', 'stock.low').click();
    await event(page, 'Warehouse', 'order.paid').click();
    await card(page, 'Warehouse').getByRole('button', { name: 'Save' }).click();
    await page.getByText('The webhook was saved').last().waitFor();
    await expectEvents(url, shop.keeperToken, 'cartwright.order.placed', 'cartwright.stock.low');
  });
  await photograph(page, 'webhooks', () => heading(page, 'Warehouse').waitFor());

  await step('the host’s own form leaves them as they are', async () => {
    const { id } = await stored(url, shop.keeperToken);
    await page.goto(`${url}/admin/settings/webhooks/${id}`);
    await page.getByRole('checkbox', { name: 'entry.publish', exact: true }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Save', exact: true, disabled: true }).waitFor();
    await expectEvents(
      url,
      shop.keeperToken,
      'cartwright.order.placed',
      'cartwright.stock.low',
      'entry.publish'
    );
  });
}
