import { readSettings } from '../../server/config';

const mails = (given: object) => readSettings({ mails: given }).mails;

it('sends everything by default, but reminds nobody of carts', () => {
  expect(mails({})).toEqual({
    orderUrl: null,
    cartUrl: null,
    receipt: true,
    paymentReceived: true,
    shipped: true,
    refunded: true,
    cancelled: true,
    paymentLink: true,
    abandonedCart: false,
    templates: {},
    texts: {},
  });
});

it('takes templates for all languages or for each', () => {
  const templates = {
    receipt: { subject: 'Order {{order.number}}' },
    shipped: { de: { text: 'On its way' }, en: { html: '<b>{{words.intro}}</b>' } },
  };
  expect(mails({ templates }).templates).toEqual(templates);
});

it.each([
  [
    { receipts: false },
    '"mails.receipts" is not a setting; legal here: orderUrl, cartUrl, receipt',
  ],
  [{ orderUrl: 'https://shop.example/orders' }, '"mails.orderUrl" must be an address'],
  [{ orderUrl: 'javascript:{token}' }, '"mails.orderUrl" must be an address'],
  [{ abandonedCart: { afterHours: 24 } }, '"mails.cartUrl" must be set'],
  [{ abandonedCart: true }, '"mails.abandonedCart" must be false, or { afterHours }'],
  [
    { templates: { receipt: { subject: '{{#if order}' } } },
    '"mails.templates.receipt.subject" must be a template of Handlebars: Parse error',
  ],
  [
    { templates: { receipt: { de: { text: '{{/each}}' } } } },
    '"mails.templates.receipt.de.text" must be a template of Handlebars',
  ],
  [
    { templates: { receipt: 'Hello' } },
    '"mails.templates.receipt" must be { subject, text, html }',
  ],
  [
    { templates: { receipt: { subject: 'a', body: 'b' } } },
    '"mails.templates.receipt" must be { subject, text, html }',
  ],
  [{ templates: { invoice: {} } }, '"mails.templates'],
])('%j is refused with what would be legal', (given, words) => {
  expect(() => mails(given)).toThrow(words);
});

it.each([
  [{ order: { emailFrom: 'shop' } }, '"order.emailFrom" must be an e-mail address'],
  [
    { order: { emailBcc: 'a@b.example\nTo: c@d.example' } },
    '"order.emailBcc" must be an e-mail address',
  ],
  [{ stock: { lowStockThreshold: -1 } }, '"stock.lowStockThreshold" must be a whole number from 0'],
  [
    { rateLimits: { receipts: true } },
    '"rateLimits.receipts" must be false, or { max, maxPerOrder',
  ],
])('%j is refused, too', (config, words) => {
  expect(() => readSettings(config)).toThrow(words);
});

it('takes a sender with a name', () => {
  const { order } = readSettings({ order: { emailFrom: 'Corner Shop <shop@example.com>' } });
  expect(order.emailFrom).toBe('Corner Shop <shop@example.com>');
});
