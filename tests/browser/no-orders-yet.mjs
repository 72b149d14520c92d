import { logIn, registerKeeper } from './support/editor.mjs';
import { photograph } from './support/screenshots.mjs';

/** Somebody has just installed the plugin and looks around. */
export async function noOrdersYet({ page, url, shop, step }) {
  await step('the shop keeper logs in', async () => {
    shop.keeperToken = await registerKeeper(url);
    await logIn(page, url);
  });

  await step('the menu leads to the first steps of an empty shop', async () => {
    await page.getByRole('link', { name: 'Shop' }).click();
    await page.waitForURL('**/plugins/cartwright/first-steps');
    await page.getByRole('heading', { name: 'First steps', level: 1 }).waitFor();
  });

  await step('the list of orders says that there are none yet', async () => {
    await page.getByRole('link', { name: 'Orders', exact: true }).click();
    await page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor();
    await page.getByText('No orders yet.').waitFor();
  });
  await photograph(page, 'orders-empty', () => page.getByText('No orders yet.').waitFor());

  await step('and leads on to the products', async () => {
    await page.getByRole('link', { name: 'Go to the products' }).click();
    await page.getByRole('heading', { name: 'Product', exact: true, level: 1 }).waitFor();
  });
}
