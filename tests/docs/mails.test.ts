// cspell:ignore Hurra wird gepackt Summe Hallo
import { configInDocs } from '../support/doc-example';
import { mailbox, settle } from '../support/mailbox';
import { makeProduct } from '../support/shop';
import { shopperOf } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

/** The example of docs/mails.md, run as it is printed. */

let shop: RunningShop;
beforeAll(async () => {
  shop = await startStrapi({ cartwright: configInDocs('mails.md') });
});
afterAll(() => shop.stop());

it.each([
  ['en', /^Hooray, (\d+) is ours to pack$/, /Thank you for your order/],
  ['de', /^Hurra, (\d+) wird gepackt$/, /^Hallo Ada Lovelace,\n\n1 × Mug.*\n+Summe: 10,00\s\$\n$/],
])('writes a receipt in the words of the shop: %s', async (locale, subject, text) => {
  const box = mailbox(shop.strapi);
  const { sku } = await makeProduct(shop.strapi, { title: 'Mug' });
  const ada = shopperOf(shop, { locale });
  await ada.add(sku);
  const { body } = await ada.checkout();
  await settle(shop.strapi);
  const [letter] = box.letters;
  expect(letter).toMatchObject({
    from: 'Corner Shop <shop@example.com>',
    bcc: 'books@example.com',
  });
  expect(letter!.subject).toMatch(subject);
  expect(letter!.text).toMatch(text);
  expect(letter!.html).toContain(`https://shop.example/orders/${String(body.data.order.token)}`);
});
