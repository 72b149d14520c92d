import { madeProduct } from './support/made-product.mjs';
import { photograph } from './support/screenshots.mjs';

/** Somebody who has just begun is led to the first order, and takes it back again. */
export async function firstSteps({ page, url, shop, step }) {
  const item = (name) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  const testOrder = item('Make a test order');
  const staff = item('Invite your staff');

  await step('there is something to order', () =>
    madeProduct(url, shop.keeperToken, {
      title: `First vase ${Date.now()}`,
      unitPrice: '10.00',
      stock: 5,
    })
  );

  await step('the menu leads to them', async () => {
    await page.goto(`${url}/admin/plugins/cartwright/orders`);
    await page.getByRole('link', { name: 'First steps' }).click();
    await page.getByRole('heading', { name: 'First steps', level: 1 }).waitFor();
    await item('Publish a product with a price').getByText('Done', { exact: true }).waitFor();
  });
  await photograph(page, 'first-steps', () => testOrder.waitFor());

  await step('a test order is made', async () => {
    await testOrder.getByRole('button', { name: 'Make a test order' }).click();
    await page.getByText('The test order is there').first().waitFor();
    await testOrder.getByText(/^Your test order:/).waitFor();
    await testOrder.getByText('Done', { exact: true }).waitFor();
  });

  await step('it is an order like any other', async () => {
    await testOrder.getByRole('link').click();
    await page.getByText('Test order').first().waitFor();
    await page.goBack();
    await testOrder.waitFor();
  });

  await step('and is cancelled again', async () => {
    await testOrder.getByRole('button', { name: 'Cancel the test order' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
    await testOrder.getByText(/^Your test order, cancelled:/).waitFor();
  });

  await step('a step is skipped, and taken up again', async () => {
    const details = item('Say who sells');
    const open = (await staff.getByText('Done', { exact: true }).count()) === 0 ? staff : details;
    if ((await open.getByText('Done', { exact: true }).count()) > 0) return;
    await open.getByRole('button', { name: /^Skip/ }).click();
    await open.getByText('Skipped').waitFor();
    await open.getByRole('button', { name: /^Take up again/ }).click();
    await open.getByText('Skipped').waitFor({ state: 'hidden' });
  });

  await step('all of them are put away, and brought back', async () => {
    await page.getByRole('button', { name: 'Put the steps away' }).click();
    await page.getByText('The first steps are put away.').waitFor();
    await page.getByRole('button', { name: 'Bring the steps back' }).click();
    await testOrder.waitFor();
  });
}
