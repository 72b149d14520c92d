// cspell:ignore Danke Zeile
import type { Response } from 'supertest';

import { shopOf } from '../../server/compose';
import type { SettingsDto } from '../../server/contracts/settings';
import { adminOf } from '../support/admin';
import { countStatements } from '../support/count-statements';
import { mailbox, settle } from '../support/mailbox';
import { makeProduct, rowsOf } from '../support/shop';
import { DETAILS, shopperOf } from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { type RunningShop, startStrapi } from '../support/strapi';

/** What the config file of this shop says. */
const FILE = {
  currency: 'EUR',
  optionTypes: ['Size', 'Colour'],
  shop: { name: 'Corner Shop', email: 'shop@example.com' },
  tax: { included: true, rates: [{ country: '*', rate: '19', label: 'VAT' }] },
  order: { numberFormat: 'A{number}' },
  mails: {
    orderUrl: 'https://shop.example/orders/{token}',
    templates: { shipped: { subject: 'Off it goes' } },
  },
};

let shop: RunningShop;
let staff: Staff;

const settings = async (): Promise<SettingsDto> => (await staff.send('get', '/settings')).body.data;
/** Saves what an editor wants who has just opened the page. */
const save = async (
  set: Record<string, unknown>,
  reset: string[] = [],
  version?: string
): Promise<Response> =>
  staff.send('put', '/settings', {
    version: version ?? (await settings()).version,
    set,
    reset,
  });
const saved = async (set: Record<string, unknown>, reset: string[] = []): Promise<SettingsDto> => {
  const answer = await save(set, reset);
  expect([answer.status, answer.body.error]).toEqual([200, undefined]);
  return answer.body.data;
};
const refusal = async (set: Record<string, unknown>) => {
  const { status, body } = await save(set);
  const issues = (body.error?.details.issues ?? []) as { path: string; message: string }[];
  return [status, ...issues.map(({ path, message }) => `${path} ${message}`)];
};
const stored = () => rowsOf(shop.strapi, 'strapi_core_store_settings', { key: KEY });
const KEY = 'plugin_cartwright_settings';
const write = (value: string) =>
  shop.strapi.db.connection('strapi_core_store_settings').where({ key: KEY }).update({ value });

async function cartOf(unitPrice = '100.00', quantity = 1) {
  const { sku } = await makeProduct(shop.strapi, { unitPrice });
  const ada = shopperOf(shop);
  await ada.add(sku, quantity);
  return ada;
}
const totalsOf = async (ada: Awaited<ReturnType<typeof cartOf>>) =>
  (await ada.cart()).body.data.totals;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: FILE });
  staff = await makeStaff(shop);
});
afterAll(() => shop.stop());
afterEach(async () => {
  const { fields } = await settings();
  const edited = Object.entries(fields).filter(([, { source }]) => source === 'admin');
  await save(
    {},
    edited.map(([key]) => key)
  );
});

describe('each setting', () => {
  it('tells where its value comes from, and goes back there', async () => {
    const before = (await settings()).fields;
    expect(before['shop.name']).toEqual({
      value: 'Corner Shop',
      source: 'file',
      fileValue: 'Corner Shop',
      by: null,
      at: null,
    });
    expect(before['shop.phone']).toMatchObject({ value: '', source: 'default' });

    const { fields } = await saved({ 'shop.name': ' Market Hall ', 'shop.phone': '123' });
    expect(fields['shop.name']).toMatchObject({
      value: 'Market Hall',
      source: 'admin',
      fileValue: 'Corner Shop',
      by: 'Grace Hopper',
      at: expect.stringMatching(/Z$/),
    });

    const after = (await saved({}, ['shop.name'])).fields;
    expect(after['shop.name']).toEqual(before['shop.name']);
    expect(after['shop.phone']).toMatchObject({ value: '123', source: 'admin' });
  });

  it('counts from the next request on, without a restart', async () => {
    const ada = await cartOf('119.00');
    expect((await totalsOf(ada)).tax).toBe('19.00');
    await saved({
      'tax.rates': [{ country: '*', rate: '7', label: 'VAT' }],
      'shipping.options': [{ code: 'post', label: 'Post', amount: '4.90' }],
    });
    expect(await totalsOf(ada)).toMatchObject({ tax: '7.79', shipping: '4.90', total: '123.90' });
    expect(shop.strapi.plugin('cartwright').config('tax.rates')).toEqual([
      { country: '*', rate: '7', label: 'VAT' },
    ]);
  });

  it('reaches the services that a site has taken hold of before', async () => {
    const carts = shop.strapi.plugin('cartwright').service('carts');
    const ada = await cartOf('119.00');
    const shopper = { token: ada.token, account: null, locale: null };
    await saved({ 'tax.rates': [{ country: '*', rate: '7', label: 'VAT' }] });
    const { priced } = await carts.show(shopper);
    expect(priced.totals.tax.toFixed(2)).toBe('7.79');
  });

  it('tells the front end whether to offer a field for discount codes', async () => {
    const ada = await cartOf();
    expect((await ada.send('get', '/checkout')).body.data.discountField).toBe(true);
    await saved({ 'checkout.discountField': false });
    expect((await ada.send('get', '/checkout')).body.data.discountField).toBe(false);
  });
});

describe('a role', () => {
  const ROUTES = [
    ['get', '/cartwright/settings'],
    ['post', '/cartwright/settings/try-tax'],
    ['post', '/cartwright/settings/try-shipping'],
    ['post', '/cartwright/settings/next-number'],
    ['get', '/cartwright/settings/mails'],
    ['post', '/cartwright/settings/mails/preview'],
  ] as const;
  const WRITES = [
    ['put', '/cartwright/settings'],
    ['post', '/cartwright/settings/mails/test'],
  ] as const;
  const statusOf = async (token: string, method: 'get' | 'post' | 'put', path: string) =>
    (await shop.http()[method](path).set('Authorization', `Bearer ${token}`)).status;

  it('without the rights is refused everywhere, and one that may read cannot change', async () => {
    const { token: none } = await adminOf(shop, ['plugin::cartwright.orders.read']);
    const { token: reader } = await adminOf(shop, ['plugin::cartwright.settings.read']);
    for (const [method, path] of [...ROUTES, ...WRITES]) {
      expect([path, await statusOf(none, method, path)]).toEqual([path, 403]);
    }
    for (const [method, path] of ROUTES) {
      expect([path, await statusOf(reader, method, path)]).not.toEqual([path, 403]);
    }
    for (const [method, path] of WRITES) {
      expect([path, await statusOf(reader, method, path)]).toEqual([path, 403]);
    }
  });
});

describe('what is wrong is refused at its field, and nothing of it is stored', () => {
  it.each<[string, Record<string, unknown>, string | RegExp]>([
    [
      'a rate',
      { 'tax.rates': [{ country: 'DE', rate: '19%', label: 'VAT' }] },
      /^tax\.rates\.0\.rate must be a plain decimal/,
    ],
    [
      'a country',
      { 'tax.rates': [{ country: 'Germany', rate: '19', label: 'VAT' }] },
      /^tax\.rates\.0\.country /,
    ],
    ['cents of a cent', { minOrderAmount: '10.005' }, /^minOrderAmount has too many decimals/],
    [
      'a code that comes twice',
      {
        'shipping.options': [
          { code: 'a', label: 'A', amount: '1' },
          { code: 'a', label: 'B', amount: '2' },
        ],
      },
      'shipping.options must not use a code twice',
    ],
    [
      'a format without a number',
      { 'order.invoiceFormat': 'R-{year}' },
      /^order\.invoiceFormat must contain \{number\}/,
    ],
    [
      'an address of mails',
      { 'order.emailFrom': 'nobody' },
      /^order\.emailFrom must be an e-mail address/,
    ],
    [
      'a placeholder',
      { 'mails.texts': { receipt: { en: { intro: 'Dear {firstname}' } } } },
      'mails.texts.receipt.en.intro knows {number}, {amount}, {name}, {shop} and not {firstname}',
    ],
    [
      'reminders without a link',
      { 'mails.abandonedCart': { afterHours: 24 } },
      /^mails\.cartUrl must be set/,
    ],
    [
      'a file of the server as a logo',
      { 'shop.logo': '/etc/passwd' },
      'shop.logo must be a picture',
    ],
    [
      'a logo that is none',
      { 'shop.logo': 'data:image/png;base64,aGVsbG8=' },
      'shop.logo cannot be printed: it is neither PNG nor JPEG',
    ],
    ['a list that is none', { optionTypes: 'Size' }, 'optionTypes must be of type array'],
  ])('%s', async (_, set, message) => {
    const before = await stored();
    const [status, issue, ...others] = await refusal({ 'shop.name': 'Half', ...set });
    expect([status, others]).toEqual([400, []]);
    if (typeof message === 'string') expect(issue).toBe(message);
    else expect(issue).toMatch(message);
    expect(await stored()).toEqual(before);
  });

  it('what editors cannot set at all', async () => {
    expect(await refusal({ 'providers.manual': false })).toEqual([
      400,
      'set.providers.manual is not a known field',
    ]);
    expect((await staff.send('put', '/settings', { version: '', set: [] })).status).toBe(400);
    expect((await staff.send('put', '/settings', { set: {} })).status).toBe(400);
    expect((await staff.send('put', '/settings', { version: '', reset: ['tax'] })).status).toBe(
      400
    );
  });
});

describe('two editors', () => {
  it('the second is told, and nothing of the first is lost', async () => {
    const { version } = await settings();
    expect((await save({ 'shop.name': 'First' }, [], version)).status).toBe(200);
    const second = await save({ 'shop.phone': '123' }, [], version);
    expect([second.status, second.body.error.details.code]).toEqual([409, 'settings_changed']);
    const { fields } = await settings();
    expect(fields['shop.name'].value).toBe('First');
    expect(fields['shop.phone'].value).toBe('');
  });

  it('at the same moment are one and one who is told', async () => {
    const { version } = await settings();
    const answers = await Promise.all(
      ['A', 'B', 'C', 'D'].map((name) => save({ 'shop.name': name }, [], version))
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await stored()).toHaveLength(1);
  });
});

describe('what the stored shop forbids', () => {
  it('a type with options stays; one without goes, also when an import has added it', async () => {
    const { catalogue } = shopOf(shop.strapi);
    await makeProduct(shop.strapi, { options: { Size: ['S'] } });
    await shop.strapi.store.set({
      type: 'plugin',
      name: 'cartwright',
      key: 'added_option_types',
      value: ['Material', 'Cut'],
    });
    expect((await settings()).fields.optionTypes.value).toEqual([
      'Size',
      'Colour',
      'Material',
      'Cut',
    ]);
    expect(await refusal({ optionTypes: ['Cut'] })).toEqual([
      400,
      'optionTypes must keep Size, which has options',
    ]);
    const after = await saved({ optionTypes: ['Cut', 'Size'] });
    expect(after.fields.optionTypes.value).toEqual(['Cut', 'Size']);
    expect(after.usedOptionTypes).toEqual(['Size']);
    await expect(
      shopOf(shop.strapi).catalogue.readOptionInput({ type: 'Material', name: 'Wool' })
    ).rejects.toThrow('type must be one of: Cut, Size');
    expect(catalogue).not.toBe(shopOf(shop.strapi).catalogue);
    // Back to the file's list, a type that was set here and has options would be gone.
    await makeProduct(shop.strapi, { options: { Cut: ['Slim'] } });
    const back = await save({}, ['optionTypes']);
    expect(back.body.error?.details.issues).toBeUndefined();
    await saved({ optionTypes: ['Size', 'Colour', 'Cut', 'Fabric'] });
    await makeProduct(shop.strapi, { options: { Fabric: ['Linen'] } });
    const gone = await save({}, ['optionTypes']);
    expect(gone.body.error.details.issues).toEqual([
      { path: 'optionTypes', message: 'must keep Fabric, which has options' },
    ]);
    await shop.strapi.db.connection('cartwright_product_options').where({ type: 'Fabric' }).del();
  });

  it('the currency is fixed once there are orders, and a format must not give a number twice', async () => {
    expect(await refusal({ 'order.numberFormat': 'A1{number}' })).toEqual([200]);
    await saved({ currency: 'CHF' }, ['order.numberFormat']);
    const numbers: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const ada = await cartOf();
      const placed = (await ada.send('post', '/checkout', { ...DETAILS })).body.data;
      numbers.push(placed.order.number);
    }
    expect(numbers.slice(-2)).toEqual(['A11', 'A12']);
    expect(await refusal({ currency: 'EUR' })).toEqual([
      400,
      'currency is fixed since there are orders',
    ]);
    // It counts on from 12: A{number} never comes to A11 again.
    expect(await refusal({ 'order.numberFormat': 'A{number:2}' })).toEqual([200]);
    const again = await staff.send('post', '/settings/next-number', {
      of: 'order',
      format: 'B{number}',
    });
    expect(again.body.data).toEqual({ next: 'B13', given: null });
    await shop.strapi.db
      .connection('cartwright_orders')
      .where({ number: 'A12' })
      .update({ number: 'B20' });
    expect(await refusal({ 'order.numberFormat': 'B{number}' })).toEqual([
      400,
      'order.numberFormat would come to B20, a number that is given already',
    ]);
    await shop.strapi.db.connection('cartwright_orders').del();
    await saved({}, ['currency']);
  });
});

describe('a stored value that is no longer legal', () => {
  it('is left out with a reason, and the others count', async () => {
    await saved({ 'shop.name': 'Market Hall', 'shop.phone': '123' });
    const [row] = await stored();
    const document = JSON.parse(String(row!['value']));
    document.version = 'by-hand';
    document.values['tax.rates'] = [{ country: 'Germany' }];
    document.values['shop.colour'] = 'red';
    document.values['mails.abandonedCart'] = { afterHours: 3 };
    await write(JSON.stringify(document));
    await shopOf(shop.strapi).shopSettings.look();
    const { fields, leftOut, version } = await settings();
    expect(version).toBe('by-hand');
    expect(fields['shop.name'].value).toBe('Market Hall');
    expect(fields['tax.rates']).toMatchObject({ source: 'file', value: FILE.tax.rates });
    expect(fields['mails.abandonedCart']).toMatchObject({ source: 'default', value: false });
    expect(leftOut.map(({ path }) => path).sort()).toEqual([
      'mails.cartUrl',
      'shop.colour',
      'tax.rates.0.country',
    ]);
    // The next change tidies up what is no setting; what is left out must be set anew or taken back.
    expect(await refusal({ 'shop.phone': '7' })).toEqual([
      400,
      expect.stringMatching(/^tax\.rates\.0\.country/),
      expect.stringMatching(/^tax\.rates\.0\.rate/),
      expect.stringMatching(/^tax\.rates\.0\.label/),
      expect.stringMatching(/^mails\.cartUrl/),
    ]);
    const mended = await saved({}, ['tax.rates', 'mails.abandonedCart']);
    expect(mended.leftOut).toEqual([]);
  });

  it.each(['not json', '[]', '{"version":1}'])(
    'a document that is none (%s) counts as empty',
    async (text) => {
      await saved({ 'shop.name': 'Market Hall' });
      await write(text);
      await shopOf(shop.strapi).shopSettings.look();
      const { fields, leftOut } = await settings();
      expect(fields['shop.name'].value).toBe('Corner Shop');
      expect(leftOut).toEqual([{ path: '', message: 'cannot be read' }]);
      await saved({ 'shop.name': 'Once More' });
    }
  );
});

describe('a recomposed shop', () => {
  it('goes on counting, gathering and telling where the old one was', async () => {
    const box = mailbox(shop.strapi);
    const before = shopOf(shop.strapi);
    const ada = await cartOf();
    await ada.send('post', '/checkout', { ...DETAILS, email: 'kept@example.com' });
    await saved({ 'shop.name': 'Market Hall' });
    const after = shopOf(shop.strapi);
    expect(after).not.toBe(before);
    for (const name of ['outbox', 'mails', 'popularity', 'rateLimits', 'database'] as const) {
      expect(after[name]).toBe(before[name]);
    }
    await settle(shop.strapi);
    expect(box.subjects('kept@example.com')).toEqual([expect.stringMatching(/– Market Hall$/)]);
  });

  it('never prices a cart by half of each', async () => {
    const ada = await cartOf('100.00');
    const A = {
      'tax.rates': [{ country: '*', rate: '19', label: 'A' }],
      'shipping.options': [{ code: 'x', label: 'A', amount: '1.00' }],
    };
    const B = {
      'tax.rates': [{ country: '*', rate: '7', label: 'B' }],
      'shipping.options': [{ code: 'x', label: 'B', amount: '2.00' }],
    };
    await saved(A);
    const seen = new Set<string>();
    let isOver = false;
    const shoppers = Array.from({ length: 3 }, async () => {
      while (!isOver) {
        const { totals } = (await ada.cart()).body.data;
        seen.add(`${totals.tax} ${totals.shipping}`);
      }
    });
    for (const set of [B, A, B, A, B]) await saved(set);
    isOver = true;
    await Promise.all(shoppers);
    expect([...seen].sort()).toEqual(['15.97 1.00', '6.54 2.00']);
  });

  it('asks nothing more of the database', async () => {
    await saved({ 'shop.name': 'Market Hall' });
    const ada = await cartOf();
    await ada.cart();
    const { statements } = await countStatements(shop.strapi, () => ada.cart());
    expect(statements.filter((sql) => sql.includes('core_store'))).toEqual([]);
  });
});

describe('trying things out', () => {
  it('asks the real provider with values that are not saved', async () => {
    const set = {
      'tax.rates': [{ country: 'DE', region: 'BY', class: 'food', rate: '7', label: 'MwSt.' }],
    };
    const tax = (body: object) =>
      staff.send('post', '/settings/try-tax', { set, amount: '107.00', ...body });
    expect((await tax({ country: 'DE', region: 'BY', taxClass: 'food' })).body.data).toEqual({
      currency: 'EUR',
      included: true,
      amount: '107.00',
      tax: '7.00',
      rate: { rate: '7', label: 'MwSt.' },
    });
    expect((await tax({ country: 'AT' })).body.data).toMatchObject({ tax: '0.00', rate: null });
    expect((await tax({ country: 'XX' })).status).toBe(400);
    expect((await tax({ country: 'DE', amount: '1,5' })).status).toBe(400);

    const options = [
      { code: 'post', label: 'Post', amount: '4.90', freeFrom: '50', countries: ['DE', 'AT'] },
      { code: 'heavy', label: 'Heavy', amount: '20', countries: ['DE'], maxWeight: 1000 },
    ];
    const ship = async (body: object) =>
      (
        await staff.send('post', '/settings/try-shipping', {
          set: { 'shipping.options': options },
          ...body,
        })
      ).body.data.options;
    expect(await ship({ amount: '60.00', country: 'AT' })).toEqual([
      { code: 'post', label: 'Post', amount: '0.00' },
    ]);
    expect(await ship({ amount: '40', country: 'DE', weight: 1001 })).toEqual([
      { code: 'post', label: 'Post', amount: '4.90' },
    ]);
    expect(await ship({ amount: '40' })).toEqual([]);
    expect((await settings()).fields['shipping.options'].source).toBe('default');
  });
});

describe('mails', () => {
  const preview = async (kind: string, locale: string, set: object = {}) =>
    (await staff.send('post', '/settings/mails/preview', { kind, locale, set })).body.data;

  it('shows each kind in each language, before the first order as well', async () => {
    const { languages, kinds } = (await staff.send('get', '/settings/mails')).body.data;
    expect(languages).toEqual(expect.arrayContaining(['en', 'de', 'fr', 'es']));
    for (const { kind } of kinds) {
      for (const locale of languages) {
        const mail = await preview(kind, locale);
        expect(mail.subject).not.toBe('');
        expect(mail.html).toContain('<!doctype html>');
        expect([mail.text, mail.subject].join()).not.toMatch(/\{|undefined|NaN/);
        expect(mail.problems).toEqual([]);
      }
    }
  });

  it('says what editors say, escaped, and a template of the file has the last word', async () => {
    const texts = {
      receipt: {
        de: { subject: 'Danke, {name}!', intro: 'Zeile <1>\nZeile 2', closing: 'Ihr {shop}' },
      },
      shipped: { en: { subject: 'Mine', intro: 'It left.' } },
    };
    const { subject, html, text } = await preview('receipt', 'de-AT', { 'mails.texts': texts });
    expect(subject).toBe('Danke, Ada Lovelace!');
    expect(html).toContain('Zeile &lt;1&gt;<br>Zeile 2');
    expect(text).toContain('Zeile <1>\nZeile 2');
    expect(text).toContain('Ihr Corner Shop');
    const shipped = await preview('shipped', 'en', { 'mails.texts': texts });
    expect(shipped.subject).toBe('Off it goes');
    expect(shipped.text).toContain('It left.');

    await saved({ 'mails.texts': texts });
    const box = mailbox(shop.strapi);
    const ada = shopperOf(shop, { locale: 'en' });
    const { sku } = await makeProduct(shop.strapi);
    await ada.add(sku);
    await ada.send('post', '/checkout', { ...DETAILS, email: 'own@example.com' });
    await settle(shop.strapi);
    expect(box.subjects('own@example.com')).toEqual([expect.stringMatching(/^Your order A/)]);
  });

  it('sends a test to whoever asks, and says when that fails', async () => {
    const box = mailbox(shop.strapi);
    const body = { kind: 'receipt', locale: 'en', set: { 'order.emailBcc': 'books@example.com' } };
    const sent = await staff.send('post', '/settings/mails/test', body);
    expect(sent.body.data).toEqual({ to: 'grace@example.com', problem: null });
    expect(box.letters).toEqual([
      expect.objectContaining({
        to: 'grace@example.com',
        subject: expect.stringContaining('Your order'),
      }),
    ]);
    expect(box.letters[0]).not.toHaveProperty('bcc');
    box.refuses = new Error('no route to the mail server');
    const failed = await staff.send('post', '/settings/mails/test', body);
    expect(failed.body.data.problem).toBe('no route to the mail server');
  });

  it('that are switched off are not sent', async () => {
    await saved({ 'mails.receipt': false });
    const box = mailbox(shop.strapi);
    const ada = await cartOf();
    await ada.send('post', '/checkout', { ...DETAILS, email: 'quiet@example.com' });
    await settle(shop.strapi);
    expect(box.to('quiet@example.com')).toEqual([]);
  });
});
