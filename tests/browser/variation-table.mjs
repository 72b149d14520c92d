/* global navigator -- what runs inside the page */
import assert from 'node:assert/strict';

import { post } from './support/editor.mjs';

const PRODUCT = 'plugin::cartwright.product';
const OPTION = 'plugin::cartwright.product-option';

/** An editor changes the variations of a product all together, as in a spreadsheet. */
export async function variationTable({ page, url, shop, step }) {
  const token = shop.keeperToken;
  // Other than those of the last time, when it is told again in a shop that runs.
  const mark = Date.now().toString(36);
  const SIZES = ['S', 'M', 'L'].map((size) => `${size} ${mark}`);
  const type = (uid) => `${url}/content-manager/collection-types/${uid}`;
  const make = async (uid, body) => (await post(type(uid), body, { token })).data;
  const press = (keys) => page.keyboard.press(keys);
  /** The row of a size, and in it the cell of a column. */
  const cell = (size, column) =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: size, exact: true }) })
      .getByRole('gridcell')
      .nth(COLUMNS.indexOf(column));
  const prices = () => Promise.all(SIZES.map((size) => cell(size, 'Price').innerText()));
  const save = page.getByRole('button', { name: 'Save', exact: true });

  const product = await step('a product in three sizes is made', async () => {
    const options = [];
    for (const [position, name] of SIZES.entries()) {
      const { documentId } = await make(OPTION, { type: 'Size', name, position: 50 + position });
      options.push({ documentId });
    }
    const made = await make(PRODUCT, {
      title: `Table cloth ${mark}`,
      options: { connect: options },
    });
    const publish = `${type(PRODUCT)}/${made.documentId}/actions/publish`;
    await post(publish, { title: made.title, slug: made.slug }, { token });
    return made;
  });

  await step('its table is there, and says that it is live at once', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${url}/admin/plugins/cartwright/products/${product.documentId}`);
    await page.getByRole('grid', { name: 'Variations' }).waitFor();
    await page.getByText('Prices and stock are live as soon as you save').waitFor();
    assert.equal(await page.getByRole('rowheader').count(), 3);
    assert.equal(await save.isDisabled(), true);
  });

  await step('prices come from a spreadsheet, one more than there are rows', async () => {
    await page.evaluate(() => navigator.clipboard.writeText('20\t5\n"30.00"\t6\n40\t7\n50\t8\n'));
    await cell(SIZES[0], 'Price').click();
    await press('Control+v');
    await page.getByText(/^Pasted 6 cells\. 2 values lay beyond/).waitFor();
    assert.deepEqual(await prices(), ['20.00', '30.00', '40.00']);
    await page.getByText('6 changed cells in 3 rows').waitFor();
  });

  await step('the sale prices are taken back with one key, and set again', async () => {
    await press('Control+z');
    await page.getByText('No changes', { exact: true }).waitFor();
    await press('Control+y');
    await page.getByText('6 changed cells in 3 rows').waitFor();
  });

  await step('all prices are raised by ten per cent, and that is undone', async () => {
    await page.getByRole('button', { name: 'Change many' }).click();
    await page.getByRole('combobox', { name: 'What to do' }).click();
    await page.getByRole('option', { name: 'Raise by a percentage' }).click();
    await page.getByRole('textbox', { name: 'Value' }).fill('10');
    await page.getByRole('radio', { name: /^In all rows/ }).click();
    await page.getByText(`${SIZES[0]}: 20.00 → 22.00`).waitFor();
    await page.getByRole('button', { name: 'Apply' }).click();
    assert.deepEqual(await prices(), ['22.00', '33.00', '44.00']);
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.deepEqual(await prices(), ['20.00', '30.00', '40.00']);
  });

  await step('one stock fills those below it', async () => {
    await cell(SIZES[0], 'Stock').click();
    await page.keyboard.type('12');
    await press('Enter');
    await press('ArrowUp');
    await press('Shift+ArrowDown');
    await press('Shift+ArrowDown');
    await press('Control+d');
    await page.getByText('Filled 2 cells.').waitFor();
    assert.equal(await cell(SIZES[2], 'Stock').innerText(), '12');
  });

  await step('a cell that is wrong says why, and is in the way of saving', async () => {
    await cell(SIZES[1], 'Price').dblclick();
    await page.keyboard.type('5');
    await press('Tab');
    assert.equal(await cell(SIZES[1], 'Price').getAttribute('aria-invalid'), 'true');
    assert.equal(await save.isDisabled(), true);
    await cell(SIZES[0], 'SKU').click();
    await page.getByRole('button', { name: '1 error: show the next' }).click();
    await page.getByText('Too many decimals').waitFor();
    await page.keyboard.type('31');
    await press('Enter');
    assert.equal(await cell(SIZES[1], 'Price').innerText(), '31.00');
    assert.equal(await save.isEnabled(), true);
  });

  await step('somebody else was faster: both values are shown, nothing is saved', async () => {
    const path = `${url}/cartwright/products/${product.documentId}/variations`;
    const answer = await fetch(path, { headers: { Authorization: `Bearer ${token}` } });
    const [first] = (await answer.json()).data.rows;
    const theirs = { documentId: first.documentId, seen: { stock: null }, changes: { stock: 3 } };
    await post(path, { rows: [theirs] }, { token, method: 'PUT' });
    await save.click();
    await page.getByText(/^1 cell that you changed was changed by somebody else/).waitFor();
    assert.match(await cell(SIZES[0], 'Stock').innerText(), /12\s*→ 3/);
    assert.equal(await page.getByRole('button', { name: 'Decide first' }).isDisabled(), true);
    assert.equal((await seenInStore(url, product.slug)).price, null);
  });

  await step('the editor takes theirs, saves, and the store sells at the new price', async () => {
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByText('You wrote 12. Meanwhile it became 3.').waitFor();
    await page.getByRole('button', { name: 'Take theirs', exact: true }).click();
    await save.click();
    await page
      .getByText(/^Saved: 8 cells/)
      .first()
      .waitFor();
    await page.getByText('No changes', { exact: true }).waitFor();
    const { variations } = await seenInStore(url, product.slug);
    assert.deepEqual(
      variations.map(({ price, unitPrice, available }) => [unitPrice, price, available]),
      [
        ['20.00', '5.00', 3],
        ['31.00', '6.00', 12],
        ['40.00', '7.00', 12],
      ]
    );
  });

  await step('whoever leaves with changes is asked', async () => {
    await cell(SIZES[0], 'Price').click();
    await page.keyboard.type('99');
    await press('Enter');
    await page.getByRole('link', { name: 'Open in the Content Manager' }).click();
    await page.getByRole('button', { name: 'Leave without saving' }).waitFor();
    await press('Escape');
    assert.equal(await cell(SIZES[0], 'Price').innerText(), '99.00');
    await page.getByRole('button', { name: 'Discard' }).click();
    assert.deepEqual(await prices(), ['20.00', '31.00', '40.00']);
  });
}

const COLUMNS = ['Picture', 'Price', 'Sale price', 'SKU', 'Stock'];

async function seenInStore(url, slug) {
  const answer = await fetch(`${url}/api/cartwright/catalog/products/${slug}`);
  return (await answer.json()).data;
}
