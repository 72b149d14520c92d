import assert from 'node:assert/strict';

import { photograph } from './support/screenshots.mjs';

/** Products come in as a file, and go out as one. */
export async function importPage({ page, url, step }) {
  const name = `vase-${Date.now()}`;
  const file = (...lines) => ({
    name: `${name}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(['slug,title,unitPrice,stock', ...lines].join('\n')),
  });
  const choose = (chosen) => page.locator('input[type="file"]').setInputFiles(chosen);
  const card = page.getByRole('region', { name: `${name}.csv` });
  const figure = (label) =>
    card.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::*[1]');

  await step('the menu leads to it', async () => {
    await page.goto(`${url}/admin/plugins/cartwright/imports`);
    await page.getByRole('heading', { name: 'Import and export', level: 1 }).waitFor();
  });

  await step('an example of each kind can be had', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'WooCommerce' }).click();
    assert.equal((await download).suggestedFilename(), 'woocommerce-example.csv');
  });

  await step('a file is recognised, and checked without changing anything', async () => {
    await choose(file(`${name},Vase,24.00,3`, `${name}-broken,Broken,2.345,1`));
    await card.getByRole('combobox', { name: 'Kind of file' }).waitFor();
    await card.getByText('This shop').waitFor();
    await card.getByRole('button', { name: 'Check the file' }).click();
    await card.getByText('An import would do this:').waitFor();
    assert.equal(await figure('New').textContent(), '1');
    assert.equal(await figure('Left out').textContent(), '1');
    await card.getByText(/^Line 3: /).waitFor();
  });
  await photograph(page, 'import-checked', () =>
    card.getByText('An import would do this:').waitFor()
  );

  await step('then it is imported for real', async () => {
    await card.getByRole('button', { name: 'Import for real' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
    await card.getByText('The import did this:').waitFor();
    assert.equal(await figure('New').textContent(), '1');
    await page
      .getByRole('row')
      .filter({ hasText: `${name}.csv` })
      .getByText('Imported in part')
      .waitFor();
  });

  await step('a second time there is nothing to do', async () => {
    await choose(file(`${name},Vase,24.00,3`));
    await card.getByRole('button', { name: 'Check the file' }).click();
    await card.getByText('An import would do this:').waitFor();
    assert.equal(await figure('The same').textContent(), '1');
    assert.equal(await card.getByRole('button', { name: 'Import for real' }).count(), 0);
  });

  await step('what is no file of products says why', async () => {
    await choose({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
    await page.getByRole('alert').getByText('The file is empty.').waitFor();
  });

  await step('the products go out as a file', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download products' }).click();
    assert.equal((await download).suggestedFilename(), 'products.csv');
  });
}
