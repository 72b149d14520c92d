// cspell:ignore fulfill -- playwright's word
import { photograph } from './support/screenshots.mjs';

const heading = (page, name) => page.getByRole('heading', { name });
const check = (page) => page.getByRole('button', { name: 'Check', exact: true });

const drift = (index) => ({
  productDocumentId: `p-${index}`,
  title: 'Linen shirt with a rather long name that has to go somewhere',
  of: index % 2 ? 'variation' : 'product',
  sku: `SHIRT-${index}`,
  field: 'lowestPrice30d',
  stored: index % 3 ? '24.9' : null,
  right:
    index === 1 ? JSON.stringify({ url: '/uploads/a-picture-of-the-linen-shirt.webp' }) : '19.9',
});

/** What the server answers after an accident: in two steps, with more than anybody reads. */
const STEPS = [
  {
    total: 10_000,
    done: 4_000,
    next: 'p-4',
    drifted: { count: 100, first: Array.from({ length: 100 }, (_, index) => drift(index)) },
    failed: { count: 0, first: [] },
  },
  {
    total: 10_000,
    done: 10_000,
    next: null,
    drifted: { count: 4_321, first: [drift(101)] },
    failed: {
      count: 1,
      first: [
        {
          productDocumentId: 'p-9',
          title: 'Everything shirt',
          message: 'The ticked options make 300 combinations; the shop allows 250.',
        },
      ],
    },
  },
];

/** The staff let the shop check itself. */
export async function maintenance({ page, url, step }) {
  await step('the settings lead to it', async () => {
    await page.goto(`${url}/admin/settings`);
    await page.getByRole('link', { name: 'Maintenance' }).click();
    await heading(page, 'What is checked').waitFor();
  });
  await photograph(page, 'maintenance', () => heading(page, 'What is checked').waitFor());

  await step('the keyboard starts a check, and everything adds up', async () => {
    await check(page).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^Everything adds up: \d+ products? checked\.$/).waitFor();
    await page.getByText('Nothing to mend').waitFor();
  });

  await step('a long report is counted, and its beginning shown', async () => {
    await answerWith(page, STEPS);
    await check(page).click();
    await page.getByText('4,000 of 10,000 products').waitFor();
    await page.getByRole('progressbar', { name: 'Checking…' }).waitFor();
    await heading(page, '4,421 values to mend').waitFor();
    await page.getByText('The first 100 of 4,421 are shown.').waitFor();
    await heading(page, '1 product to be mended by hand').waitFor();
    await page.getByText('the shop allows 250').waitFor();
  });
  await photograph(page, 'maintenance-found', async () => {
    await check(page).click();
    await heading(page, '4,421 values to mend').waitFor();
  });

  await step('mending asks before it writes', async () => {
    await check(page).click();
    await page.getByRole('button', { name: 'Mend', exact: true }).click();
    const question = page.getByRole('alertdialog');
    await question.getByText('Mend 4,421 values?').waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Mend', exact: true }).click();
    await question.getByRole('button', { name: 'Confirm' }).click();
    await heading(page, '4,421 values were mended').waitFor();
    await page.unroute(REQUESTS);
  });

  await step('a check that breaks says so, and is tried again', async () => {
    const error = { status: 500, name: 'InternalServerError', message: 'Internal Server Error' };
    await page.route(REQUESTS, (route) =>
      route.fulfill({ status: 500, json: { data: null, error } })
    );
    await check(page).click();
    await page.getByText('This could not be loaded.').waitFor();
    await page.unroute(REQUESTS);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText(/^Everything adds up/).waitFor();
  });
}

const REQUESTS = '**/cartwright/rebuild';

/** Each `null` begins, whatever follows goes on: as the server would, a moment later. */
async function answerWith(page, steps) {
  await page.route(REQUESTS, async (route) => {
    const { after } = route.request().postDataJSON();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.fulfill({ json: { data: after === null ? steps[0] : steps[1] } });
  });
}
