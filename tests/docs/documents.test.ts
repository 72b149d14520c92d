import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { BUILT_IN } from '../../server/domain/invoices/words';
import { makeProduct } from '../support/shop';
import { API, DETAILS, shopperOf } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';
import { filesOf } from '../support/markdown-example';
import { fontsOf, pagesOf } from '../support/pdf-text';

/** The page on documents, run as it is printed. */
const page = readFileSync(join(__dirname, '../../docs/documents.md'), 'utf8');

interface Config {
  shop: { logo: string };
  documents: { font: { regular: string; bold: string } };
}
const { default: plugins } = filesOf('documents.md').run('config/plugins') as {
  default: () => { cartwright: { config: Config } };
};

let shop: RunningShop | undefined;
const folder = mkdtempSync(join(tmpdir(), 'cartwright-fonts-'));
// One at a time in a process: the second start must find none.
afterEach(async () => {
  await shop?.stop();
  shop = undefined;
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('the example prints in a language and a font of its own', async () => {
  const { config } = plugins().cartwright;
  const { font } = config.documents;
  const roboto = join(dirname(require.resolve('pdfmake/package.json')), 'fonts/Roboto');
  // The files that the page names, in a folder of this test.
  for (const name of ['regular', 'bold'] as const) {
    font[name] = join(folder, font[name]);
    mkdirSync(dirname(font[name]), { recursive: true });
    copyFileSync(join(roboto, 'Roboto-Italic.ttf'), font[name]);
  }
  shop = await startStrapi({ cartwright: config });
  const { sku } = await makeProduct(shop.strapi);
  const ada = shopperOf(shop, { locale: 'it' });
  await ada.add(sku, 2);
  const { body } = await ada.checkout({ ...DETAILS, paymentMethod: 'manual' });
  const link = `${API}/orders/${body.data.order.token}/invoice`;
  const { text } = await shop.http().get(link);
  for (const words of ['Fattura', 'Lampade Rossi', 'Partita IVA', 'Regno Unito', 'Totale']) {
    expect(text).toContain(words);
  }
  const pdf = (await shop.http().get(`${link}.pdf`)).body as Buffer;
  expect(fontsOf(pdf)).toEqual(['Roboto-Italic']);
  expect(pagesOf(pdf)[0]).toContain('Pagina 1 di 1');
});

it('a font that is not there stops the start, and says so', async () => {
  const { config } = plugins().cartwright;
  await expect(startStrapi({ cartwright: config })).rejects.toThrow(
    /"documents\.font": the file .*fonts\/Regular\.ttf cannot be read/
  );
});

it('the page names every word', () => {
  for (const word of Object.keys(BUILT_IN.en)) expect(page).toContain(`\`${word}\``);
});
