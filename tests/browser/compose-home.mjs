import { post } from './support/editor.mjs';
import { madeProduct } from './support/made-product.mjs';
import { photograph } from './support/screenshots.mjs';

const PAGE = `window-${Date.now()}`;

const button = (scope, name) => scope.getByRole('button', { name, exact: true });
const dialog = (page, name) => page.getByRole('dialog', { name });
const blocks = (page) => page.getByRole('region', { name: 'Blocks' });
const preview = (page) => page.getByRole('region', { name: 'Preview' }).first();

/** The headings of the blocks that a front end gets. */
async function shown(url, query = '') {
  const answer = await fetch(`${url}/api/cartwright/layout/${PAGE}${query}`);
  const { data } = await answer.json();
  return data.map(({ heading }) => heading).join();
}

async function expectText(found, wanted) {
  if (found !== wanted) throw new Error(`${found} instead of ${wanted}`);
}

/** In the order of the page. */
async function expectOrder(page, ...headings) {
  const list = blocks(page).getByRole('heading', { level: 3 });
  await list.filter({ hasText: headings[0] }).first().waitFor();
  await expectText((await list.allTextContents()).join(), headings.join());
}

async function addBlock(page, kind, fill) {
  await button(blocks(page), 'Add a block').first().click();
  await dialog(page, 'What kind of block?').getByRole('button', { name: kind }).click();
  const form = dialog(page, `Block: ${kind.split(' ')[0]}`);
  await fill(form);
  await button(form, 'Done').click();
  await form.waitFor({ state: 'hidden' });
}

/** An editor composes a page, looks at it, shares it, and publishes it. */
export async function composeHome({ page, url, shop, step }) {
  const token = shop.keeperToken;
  const title = `Lantern ${Date.now()}`;
  await madeProduct(url, token, { title, unitPrice: 12 });

  await step('a new page is begun with an opening and the newest products', async () => {
    await page.goto(`${url}/admin/plugins/cartwright/layout`);
    await button(page, 'New page').click();
    const form = dialog(page, 'New page');
    await form.getByRole('textbox', { name: 'Name' }).fill(PAGE);
    await button(form, 'Compose it').click();
    await page.waitForURL(`**/layout/${PAGE}/en`);
    await addBlock(page, 'Opening A large picture', async (opening) => {
      await opening.getByRole('textbox', { name: 'Heading' }).fill('By candlelight');
      await opening.getByRole('textbox', { name: 'Leads to' }).fill('/lanterns');
    });
    await addBlock(page, 'Products A row', async (products) => {
      await products.getByRole('textbox', { name: 'Heading' }).fill('Just made');
      await products.getByRole('combobox', { name: 'Which products' }).click();
      await page.getByRole('option', { name: 'The newest' }).click();
    });
    await expectOrder(page, 'By candlelight', 'Just made');
  });

  await step('the preview shows them before they are saved', async () => {
    await preview(page).getByText(title).first().waitFor();
    await preview(page).getByText('/lanterns').waitFor();
    await expectText(await shown(url), '');
  });

  await step('a block is moved by keyboard, and by a button', async () => {
    const handle = button(blocks(page), 'Move “By candlelight”');
    await handle.focus();
    await page.keyboard.press('Space');
    await page.getByText('“By candlelight” is lifted.').waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowDown');
    await page.getByText('is over place 2 of 2').waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    await expectOrder(page, 'Just made', 'By candlelight');
    await button(blocks(page), 'Move “By candlelight” up').click();
    await expectOrder(page, 'By candlelight', 'Just made');
  });

  await step('a saved draft is seen with a link, and by nobody else', async () => {
    await button(page, 'Save draft').click();
    await page.getByText('The draft is saved.').first().waitFor();
    await button(page, 'Share a preview').click();
    const share = dialog(page, 'A link to the saved drafts');
    await button(share, 'Make the link').click();
    const link = share.getByRole('textbox', { name: 'For your front end (store API)' });
    await link.waitFor();
    const { search } = new URL(await link.inputValue());
    await expectText(await shown(url, search), 'By candlelight,Just made');
    await expectText(await shown(url), '');
    await page.keyboard.press('Escape');
    await share.waitFor({ state: 'hidden' });
  });

  await step('a wrong link is told at its block, and nothing is saved', async () => {
    await button(blocks(page), 'Edit “By candlelight”').click();
    const form = dialog(page, 'Block: Opening');
    await form.getByRole('textbox', { name: 'Leads to' }).fill('javascript:alert(1)');
    await button(form, 'Done').click();
    await button(page, 'Save draft').click();
    await page.getByText('The link leads nowhere').first().waitFor();
    await button(blocks(page), 'Edit “By candlelight”').click();
    await form.getByRole('textbox', { name: 'Leads to' }).fill('/lanterns');
    await button(form, 'Done').click();
  });

  await step('the page is published', async () => {
    await button(page, 'Publish page').click();
    await page.getByText('The page is published.').first().waitFor();
    await expectText(await shown(url), 'By candlelight,Just made');
  });
  await photograph(page, 'layout', () => preview(page).getByText(title).first().waitFor());

  await step(
    'a block that is taken off stays in the shop until it is published, and can be put back',
    async () => {
      await button(blocks(page), 'Remove “Just made”').click();
      await button(page.getByRole('alertdialog'), 'Confirm').click();
      await page.getByText('“Just made” goes when the page is published').waitFor();
      await button(page, 'Save draft').click();
      await page.getByText('The draft is saved.').last().waitFor();
      await expectText(await shown(url), 'By candlelight,Just made');
      await button(blocks(page), 'Put “Just made” back').click();
      await expectOrder(page, 'By candlelight', 'Just made');
      await button(page, 'Undo changes').click();
      await page.getByText('“Just made” goes when the page is published').waitFor();
      await button(page, 'Publish page').click();
      await page.getByText('“Just made” goes').waitFor({ state: 'hidden' });
      await expectText(await shown(url), 'By candlelight');
    }
  );

  await step('who composed meanwhile is not overwritten', async () => {
    const path = `${url}/cartwright/layout/pages/${PAGE}`;
    const headers = { Authorization: `Bearer ${token}` };
    const { data } = await (await fetch(`${path}?locale=en`, { headers })).json();
    const [first] = data.blocks;
    const theirs = [{ ...first, stage: undefined, heading: 'Theirs', image: null }];
    const wish = { locale: 'en', version: data.version, blocks: theirs };
    await post(path, wish, { token, method: 'PUT' });
    await blocks(page).getByRole('switch', { name: 'Show “By candlelight”' }).click();
    await button(page, 'Save draft').click();
    await page.getByText('Somebody else has changed this page meanwhile').waitFor();
    await button(page, 'Load the current page and drop my changes').click();
    await expectOrder(page, 'Theirs');
  });

  await step('leaving with changes asks first', async () => {
    await blocks(page).getByRole('switch', { name: 'Show “Theirs”' }).click();
    await page.getByRole('link', { name: 'Orders' }).first().click();
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Escape');
    await button(page, 'Undo changes').click();
    await page.getByRole('link', { name: 'Orders' }).first().click();
    await page.waitForURL('**/orders');
  });
}
