import { readSettings } from '../../server/config';
import { startStrapi } from '../support/strapi';

/** What the error says, a line a fault; empty when there is none. */
function faults(config: unknown): string[] {
  try {
    readSettings(config);
    return [];
  } catch (error) {
    const [first, ...lines] = (error as Error).message.split('\n');
    expect(first).toBe('Wrong configuration of cartwright in config/plugins:');
    return lines.map((line) => line.replace(/^ {2}- /, ''));
  }
}

describe('without a word in config/plugins', () => {
  it.each([undefined, null, {}])('%p: every key has its default', (config) => {
    expect(readSettings(config)).toEqual({
      currency: 'USD',
      roundingMode: 'half-up',
      optionTypes: ['Size', 'Colour'],
      maxVariations: 250,
      maxQuantityPerItem: 1000,
      minOrderAmount: null,
      catalog: { extraFields: { product: [], variation: [], category: [] } },
      cart: { session: 'header', mergeStrategy: 'add', expiryDays: 90 },
      stock: { hold: 'checkout', holdMinutes: 30, offlineHoldDays: 14, lowStockThreshold: null },
      checkout: {
        accountRequired: false,
        splitSteps: false,
        paymentStep: true,
        confirmationStep: false,
        requiredFields: ['email', 'firstName', 'lastName', 'street', 'city', 'country', 'postcode'],
        termsRequired: false,
        discountField: true,
        rememberDays: 365,
      },
      tax: { included: false, taxShipping: false, rates: [] },
      shipping: { options: [] },
      order: {
        numberFormat: '{number}',
        invoiceFormat: '{year}-{number:5}',
        creditNoteFormat: 'C{year}-{number:5}',
        emailFrom: null,
        emailBcc: null,
      },
      shop: {
        name: '',
        address: [],
        taxIds: [],
        email: '',
        phone: '',
        website: '',
        logo: '',
        footer: '',
        bank: [],
      },
      documents: { words: {}, font: null },
      mails: {
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
      },
      layout: { previewUrl: null },
      sellables: {},
      rateLimits: {
        discountCodes: { max: 100, maxPerCart: 30, seconds: 600 },
        orderLinks: { max: 100, seconds: 600 },
        checkout: { max: 600, maxPerCart: 60, seconds: 600 },
        receipts: { max: 30, maxPerOrder: 3, seconds: 600 },
      },
      features: { ratings: true, related: true, upsells: true },
      providers: { manual: true, payments: [] },
    });
  });
});

describe('what a site writes', () => {
  it('stands, and the rest keeps its defaults, inside a section too', () => {
    const settings = readSettings({
      currency: 'JPY',
      minOrderAmount: 2000,
      checkout: { splitSteps: true },
      tax: { rates: [{ country: '*', rate: 8.25, label: 'Tax' }] },
      shipping: { options: [{ code: 'a', label: 'A', amount: 500, freeFrom: '5000' }] },
    });
    expect(settings).toMatchObject({
      currency: 'JPY',
      minOrderAmount: '2000',
      checkout: { splitSteps: true, paymentStep: true },
      tax: { included: false, rates: [{ rate: '8.25' }] },
      shipping: { options: [{ amount: '500', freeFrom: '5000' }] },
    });
  });

  it('a list takes the place of the default list; nothing is mixed', () => {
    expect(readSettings({ optionTypes: ['Binding'] }).optionTypes).toEqual(['Binding']);
    const { requiredFields } = readSettings({ checkout: { requiredFields: ['email'] } }).checkout;
    expect(requiredFields).toEqual(['email']);
    expect(readSettings({ checkout: { requiredFields: [] } }).checkout.requiredFields).toEqual([]);
  });

  it('does not change what the next site gets', () => {
    readSettings({}).optionTypes.push('Oops');
    readSettings({}).checkout.requiredFields.length = 0;
    expect(readSettings({}).optionTypes).toEqual(['Size', 'Colour']);
    expect(readSettings({}).checkout.requiredFields).toContain('email');
  });

  it('may pad the numbers of orders', () => {
    expect(faults({ order: { numberFormat: 'R{year}-{number:6}' } })).toEqual([]);
  });

  it('a section that is undefined counts as not written', () => {
    expect(readSettings({ cart: undefined }).cart.expiryDays).toBe(90);
  });
});

describe('a wrong key', () => {
  it.each([
    [{ curency: 'EUR' }, 'curency', 'currency'],
    [{ checkout: { guest: true } }, 'checkout.guest', 'accountRequired'],
    [{ stock: { holdDays: 1 } }, 'stock.holdDays', 'offlineHoldDays'],
    [
      { tax: { rates: [{ country: 'DE', rate: '19', label: 'VAT', zone: 1 }] } },
      'tax.rates.0.zone',
      'region',
    ],
    [
      { shipping: { options: [{ code: 'a', label: 'A', amount: '1', price: '2' }] } },
      'shipping.options.0.price',
      'freeFrom',
    ],
    [{ providers: { payment: [] } }, 'providers.payment', 'payments'],
    [{ features: { wishlist: true } }, 'features.wishlist', 'ratings, related, upsells'],
  ])('%j is named, with the legal ones', (config, key, legal) => {
    const [fault, ...others] = faults(config);
    expect(others).toEqual([]);
    expect(fault).toMatch(new RegExp(`^"${key}" is not a setting; legal here: .*\\b${legal}\\b`));
  });
});

describe('a wrong value', () => {
  it.each([
    [{ currency: 'EURO' }, /^"currency" must be a currency of ISO 4217: .*EUR.*USD/],
    [{ currency: 'eur' }, /^"currency" must be a currency/],
    [{ currency: 978 }, /^"currency" must be of type string/],
    [{ roundingMode: 'up' }, /^"roundingMode" must be one of: half-up, half-even$/],
    [{ optionTypes: [] }, /^"optionTypes" must name at least one type$/],
    [{ optionTypes: ['Size', 'Size'] }, /^"optionTypes" must not name a type twice$/],
    [{ optionTypes: [' '] }, /^"optionTypes\.0" must not be empty$/],
    [{ optionTypes: 'Size' }, /^"optionTypes" must be of type array$/],
    [
      { optionTypes: Array.from({ length: 21 }, (_, index) => `T${index}`) },
      /^"optionTypes" must name at most twenty types$/,
    ],
    [{ maxVariations: 0 }, /^"maxVariations" must be a whole number from 1$/],
    [{ maxVariations: 5001 }, /^"maxVariations" must be at most 5000$/],
    [{ maxQuantityPerItem: 1.5 }, /^"maxQuantityPerItem" must be (a whole number|of type int)/],
    [{ maxQuantityPerItem: '10' }, /^"maxQuantityPerItem" must be (a whole number|of type)/],
    [{ minOrderAmount: '10.005' }, /^"minOrderAmount".*at most 2 decimals/],
    [{ currency: 'JPY', minOrderAmount: '10.5' }, /^"minOrderAmount".*no decimals/],
    [{ minOrderAmount: '-1' }, /^"minOrderAmount" must be a plain decimal/],
    [{ minOrderAmount: 'ten' }, /^"minOrderAmount" must be a plain decimal/],
    [{ cart: { session: 'cookies' } }, /^"cart\.session" must be one of: header/],
    [
      { cart: { mergeStrategy: 'sum' } },
      /^"cart\.mergeStrategy" must be one of: add, replace, keep/,
    ],
    [{ cart: { expiryDays: 0 } }, /^"cart\.expiryDays" must be a whole number from 1$/],
    [{ cart: 'cookie' }, /^"cart" must be of type object$/],
    [{ stock: { hold: 'always' } }, /^"stock\.hold" must be one of: checkout, cart$/],
    [
      { stock: { hold: 'cart' }, providers: { inventory: {} } },
      /^"stock\.hold" must be checkout with "providers\.inventory"/,
    ],
    [{ stock: { holdMinutes: -5 } }, /^"stock\.holdMinutes" must be a whole number from 1$/],
    [
      { checkout: { accountRequired: 'yes' } },
      /^"checkout\.accountRequired" must be of type boolean$/,
    ],
    [
      { checkout: { requiredFields: ['zip'] } },
      /^"checkout\.requiredFields\.0" must be one of: email, firstName/,
    ],
    [{ checkout: { termsRequired: 'yes' } }, /^"checkout\.termsRequired" must be of type boolean$/],
    [{ checkout: { rememberDays: 0 } }, /^"checkout\.rememberDays" must be a whole number from 1$/],
    [{ checkout: { rememberDays: 401 } }, /^"checkout\.rememberDays" must be at most 400$/],
    [
      { tax: { rates: [{ country: 'DE', rate: '19' }] } },
      /^"tax\.rates\.0\.label" must be of type/,
    ],
    [
      { tax: { rates: [{ country: 'Germany', rate: '19', label: 'VAT' }] } },
      /^"tax\.rates\.0\.country" must be a country of two capital letters.*"\*"/,
    ],
    [
      { tax: { rates: [{ country: 'DE', rate: '19%', label: 'VAT' }] } },
      /^"tax\.rates\.0\.rate" must be a plain decimal/,
    ],
    [
      { shipping: { options: [{ code: 'a', label: 'A', amount: '4.999' }] } },
      /^"shipping\.options\.0\.amount".*at most 2 decimals/,
    ],
    [
      {
        shipping: {
          options: [
            { code: 'a', label: 'A', amount: '1' },
            { code: 'a', label: 'B', amount: '2' },
          ],
        },
      },
      /^"shipping\.options" must not use a code twice$/,
    ],
    [
      { shipping: { options: [{ code: 'a', label: 'A', amount: '1', maxWeight: 0 }] } },
      /^"shipping\.options\.0\.maxWeight" must be a weight in grams, above 0$/,
    ],
    [{ order: { numberFormat: 'R-{year}' } }, /^"order\.numberFormat" must contain \{number\}/],
    [{ providers: { payments: ['stripe'] } }, /^"providers\.payments\.0" must be a provider/],
    [{ features: { ratings: 'off' } }, /^"features\.ratings" must be of type boolean$/],
    [{ features: { upsells: null } }, /^"features\.upsells" must be of type boolean$/],
    [{ features: ['ratings'] }, /^"features" must be of type object$/],
    [{ providers: { manual: 1 } }, /^"providers\.manual" must be of type boolean$/],
  ])('%j is named, with what would be legal', (config, expected) => {
    const [fault, ...others] = faults(config);
    expect(others).toEqual([]);
    expect(fault).toMatch(expected);
  });

  it('that is no object at all is refused, too', () => {
    for (const config of ['EUR', 7, [], true]) expect(faults(config).length).toBe(1);
  });

  it('does not hide the next one: each has a line of its own', () => {
    const lines = faults({ currency: 'X', maxVariations: 0, unknown: 1, cart: { expiryDays: 0 } });
    expect(lines.map((line) => /^"([^"]+)"/.exec(line)?.[1]).sort()).toEqual([
      'cart.expiryDays',
      'currency',
      'maxVariations',
      'unknown',
    ]);
  });
});

describe('a start', () => {
  const starting = async (cartwright: object): Promise<string> => {
    try {
      const shop = await startStrapi({ cartwright });
      await shop.stop();
      return 'it started';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('with a wrong key fails with its name and the legal ones', async () => {
    expect(await starting({ curency: 'EUR' })).toMatch(
      /Wrong configuration of cartwright in config\/plugins:\n.*"curency" is not a setting; legal here: currency,/
    );
  });

  it('with half a payment provider fails with what it lacks', async () => {
    const half = { name: 'card', label: 'Card' };
    expect(await starting({ providers: { payments: [half] } })).toContain(
      'cartwright: the provider at "providers.payments.0" lacks authorize'
    );
    expect(await starting({ providers: { payments: [() => null] } })).toMatch(
      /"providers\.payments\.0" lacks name, label, authorize/
    );
  });

  it('with two providers of one name fails with the name', async () => {
    const twin = { name: 'manual', label: 'Twin', authorize: () => ({ status: 'paid' }) };
    expect(await starting({ providers: { payments: [twin] } })).toContain(
      'cartwright: two payment providers are called "manual"'
    );
  });

  it('with the site’s own option types has those and no other', async () => {
    const shop = await startStrapi({ cartwright: { optionTypes: ['Binding', 'Paper'] } });
    try {
      const types: unknown = shop.strapi.plugin('cartwright').config('optionTypes');
      expect(types).toEqual(['Binding', 'Paper']);
      expect(shop.strapi.plugin('cartwright').config('cart.expiryDays')).toBe(90);
    } finally {
      await shop.stop();
    }
  });
});
