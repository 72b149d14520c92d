/* global Blob, document, FormData -- what runs inside the page, and Node's own */
import assert from 'node:assert/strict';

import { entryUrl, openNewEntry, post } from './support/editor.mjs';
import { productPanel as panelOf } from './support/product-panel.mjs';

const PRODUCT = 'plugin::cartwright.product';
const OPTION = 'plugin::cartwright.product-option';
const VARIATION = 'plugin::cartwright.product-variation';
const SALE = 'plugin::cartwright.sale';
const HOUR = 3_600_000;

/** A picture of one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const checkbox = (page, name) => panelOf(page).getByRole('checkbox', { name, exact: true });

/** Other notifications may still be there, so none is closed. */
async function pressAndWait(page, button, done) {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByText(done).first().waitFor();
}

/** An editor ticks options, arranges pictures, and asks what a coming sale will make of the prices. */
export async function productPanel({ page, url, shop, step }) {
  const token = shop.keeperToken;
  const unique = Date.now().toString(36);
  const red = `Red ${unique}`;
  const blue = `Blue ${unique}`;
  const green = `Green ${unique}`;
  const path = (uid) => `${url}/content-manager/collection-types/${uid}`;
  const make = async (uid, data) => (await post(path(uid), data, { token })).data;
  const read = async (address) =>
    (await fetch(address, { headers: { Authorization: `Bearer ${token}` } })).json();
  let product;
  let tabs;

  await step('a new product says what its ticks will make', async () => {
    for (const name of [red, blue]) await make(OPTION, { type: 'Colour', name });
    await openNewEntry(page, url, PRODUCT);
    await page.getByRole('textbox', { name: /^title$/i }).fill(`Kite ${unique}`);
    await checkbox(page, red).click();
    await panelOf(page).getByText('After saving: 1 variation').waitFor();
    await checkbox(page, blue).click();
    await panelOf(page).getByText('2 are new').waitFor();
    await panelOf(page).getByText(`kite-${unique}-red-${unique}`).waitFor();
  });

  await step('an option is made where it is missed, once', async () => {
    await panelOf(page).getByRole('button', { name: 'Add an option to Colour' }).click();
    const name = panelOf(page).getByRole('textbox', { name: 'Add an option to Colour' });
    await name.fill(` ${red.toUpperCase()} `);
    await name.press('Enter');
    await panelOf(page).getByText(`“${red}” is there already`).waitFor();
    await name.fill(green);
    await name.press('Enter');
    await panelOf(page).getByText('3 are new').waitFor();
    assert.equal(await checkbox(page, green).isChecked(), true);
    await panelOf(page).getByRole('button', { name: 'Done' }).click();
  });

  await step('saving does what was said', async () => {
    await pressAndWait(page, 'Save', 'Saved document');
    await panelOf(page).getByText('3 variations', { exact: true }).waitFor();
    product = page.url().match(/product\/(\w+)/)[1];
    tabs = `${url}/admin/plugins/cartwright/products/${product}`;
    for (const name of [red, blue, green]) {
      assert.equal(await checkbox(page, name).isChecked(), true, `${name} is ticked`);
    }
    assert.equal(await panelOf(page).getByText('After saving').count(), 0);
  });

  await step('un-ticking retires, ticking again takes that back', async () => {
    await checkbox(page, green).click();
    await panelOf(page).getByText('1 is retired').waitFor();
    await checkbox(page, green).click();
    await panelOf(page).getByText('After saving').waitFor({ state: 'hidden' });
    const save = page.getByRole('button', { name: 'Save', exact: true });
    assert.equal(await save.isDisabled(), true, 'the form is as it was saved');
    await pressAndWait(page, 'Publish', 'Published document');
  });

  await step('prices for what follows', async () => {
    const filter = `filters[productDocumentId][$eq]=${product}&sort=position:ASC`;
    const { results } = await read(`${path(VARIATION)}?${filter}`);
    for (const { documentId } of results) {
      await post(`${path(VARIATION)}/${documentId}`, { unitPrice: 40 }, { token, method: 'PUT' });
    }
    await make(SALE, {
      title: `Autumn ${unique}`,
      active: true,
      discountPercent: 25,
      validFrom: new Date(Date.now() + 24 * HOUR).toISOString(),
      validTo: new Date(Date.now() + 48 * HOUR).toISOString(),
      products: { connect: [{ documentId: product }] },
    });
  });

  await step('two pictures are chosen from the media library', async () => {
    for (const name of ['kite-a', 'kite-b']) await upload(url, token, `${name}-${unique}.png`);
    await page.goto(`${tabs}/pictures`);
    await page.getByRole('button', { name: 'Add pictures' }).first().click();
    const dialog = page.getByRole('dialog');
    for (const name of ['kite-a', 'kite-b']) {
      await dialog.getByRole('checkbox', { name: new RegExp(`${name}-${unique}`) }).click();
    }
    await dialog.getByRole('button', { name: 'Finish' }).click();
    await page.getByRole('listitem', { name: /Picture 2 of 2/ }).waitFor();
  });

  const picture = (number) =>
    page.getByRole('listitem', { name: new RegExp(`Picture ${number} of`) });
  const describe = (number) => picture(number).getByRole('textbox', { name: 'Description' });
  const save = async () => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The pictures are saved.').first().waitFor();
  };

  await step('they are described, moved by button and keyboard, and saved', async () => {
    await describe(1).fill('First');
    await describe(2).fill('Second');
    await page.getByRole('button', { name: 'Move picture 1 back' }).click();
    assert.equal(await describe(1).inputValue(), 'Second');
    const handle = page.getByRole('button', { name: 'Drag picture 2' });
    await handle.focus();
    await page.keyboard.press('Space');
    await page.getByText('Picture 2 of 2 is picked up.').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('It is over place 1 of 2.').waitFor();
    await page.keyboard.press('Space');
    await page.waitForFunction(() => {
      const [first] = document.querySelectorAll('li textarea');
      return first?.value === 'First';
    });
    await save();
    await page.getByText('shoppers still see the former ones').waitFor();
  });

  await step('one is given to all that are blue', async () => {
    await page.getByRole('button', { name: 'Variations that show picture 2' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: `All ${blue} (1)` }).click();
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await picture(2).getByText(`Shown by ${blue}`).waitFor();
    await save();
    await page.reload();
    await picture(2).getByText(`Shown by ${blue}`).waitFor();
  });

  await step('what somebody else saved meanwhile is not overwritten', async () => {
    const address = `${url}/cartwright/products/${product}/pictures`;
    const { data } = await read(address);
    await describe(1).fill('Mine');
    const pictures = data.pictures.map(({ documentId, listed, variations }) => ({
      image: documentId,
      file: null,
      description: 'Theirs',
      listed,
      variations,
    }));
    await post(address, { version: data.version, pictures }, { token, method: 'PUT' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alert').getByText('Somebody else has changed').waitFor();
    await page.getByRole('button', { name: 'Load again and drop my changes' }).click();
    await page.waitForFunction(() => document.querySelector('li textarea')?.value === 'Theirs');
  });

  await step('a picture that goes is told with what it takes away', async () => {
    await page.getByRole('button', { name: 'Remove picture 2' }).click();
    await page.getByText('1 variation will have no picture of its own').waitFor();
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await picture(2).waitFor();
  });

  await step('the prices of tomorrow are shown today', async () => {
    await page.getByRole('tab', { name: 'Prices at a date' }).click();
    const row = page.getByRole('row', { name: new RegExp(red) });
    await row.getByText('$40.00').first().waitFor();
    await page.getByRole('button', { name: /Next sale price begins/ }).click();
    await row.getByText('$30.00').first().waitFor();
    await row.getByRole('link', { name: `Autumn ${unique}` }).waitFor();
    await page.getByRole('button', { name: /Next sale price ends/ }).click();
    await row.getByText('$30.00').first().waitFor({ state: 'hidden' });
  });

  await step('and the way back leads to the form', async () => {
    await page.goto(`${url}${entryUrl(PRODUCT, product)}`);
    await panelOf(page).getByRole('link', { name: 'Edit variations' }).waitFor();
  });
}

async function upload(url, token, name) {
  const body = new FormData();
  const bytes = Buffer.from(PIXEL, 'base64');
  body.append('files', new Blob([bytes], { type: 'image/png' }), name);
  const response = await fetch(`${url}/upload`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body,
  });
  if (!response.ok) throw new Error(`upload: ${await response.text()}`);
}
