import { type CartDetails, NO_DETAILS } from '../../../server/domain/cart/cart';
import type { PricedCart } from '../../../server/domain/cart/priced-cart';
import { CommerceError } from '../../../server/domain/errors';
import { money } from '../../../server/domain/money/money';
import { checkPlacement } from '../../../server/domain/orders/check-placement';
import { checkoutSteps, type CheckoutTerms } from '../../../server/domain/orders/checkout-steps';
import { line, NOON, sellable } from '../support/sellables';

const FILLED: CartDetails = {
  ...NO_DETAILS,
  email: 'ada@example.com',
  billing: { city: 'London', country: 'GB' },
};
const TERMS: CheckoutTerms = {
  splitSteps: false,
  paymentStep: true,
  confirmationStep: false,
  termsRequired: false,
  requiredFields: ['email', 'city'],
  minOrderAmount: null,
  shippingConfigured: false,
  paymentMethods: ['manual'],
  unaskedMethod: null,
  unitsAnswered: false,
};

interface Given {
  details?: Partial<CartDetails>;
  total?: string;
  stock?: number | null;
  offered?: string[];
  option?: string | null;
  empty?: boolean;
}

/** One mug for 10.00 at noon. */
function cartOf({ details, total = '10', stock = null, offered = [], option, empty }: Given = {}) {
  const priced = {
    at: NOON,
    cart: { details: { ...FILLED, ...details }, shown: null },
    lines: empty
      ? []
      : [
          {
            line: line(),
            sellable: sellable({ stock }),
            shownPrice: money('10'),
            unitPrice: money('10'),
          },
        ],
    totals: { subtotal: money('10'), total: money(total), discount: money('0') },
    shippingOptions: offered.map((code) => ({ code })),
    shippingOption: option ? { code: option } : null,
  };
  return priced as unknown as PricedCart;
}

const steps = (terms: Partial<CheckoutTerms>, given?: Given) =>
  checkoutSteps(cartOf(given), { ...TERMS, ...terms }).map(({ name, missing, complete }) =>
    `${name}${complete ? '' : '…'} ${missing.join(' ')}`.trim()
  );

describe('the steps of the checkout', () => {
  const two = { paymentMethods: ['manual', 'card'] };
  const on = { termsRequired: true, ...two };

  it.each([
    // split, payment, confirmation → where the way to pay and the terms are asked for
    [false, true, false, ['details… paymentMethod termsAccepted']],
    [false, true, true, ['details… paymentMethod', 'confirmation… termsAccepted']],
    [true, true, false, ['details', 'payment… paymentMethod termsAccepted']],
    [true, true, true, ['details', 'payment… paymentMethod', 'confirmation… termsAccepted']],
    [false, false, false, ['details… termsAccepted']],
    [false, false, true, ['details', 'confirmation… termsAccepted']],
    [true, false, false, ['details… termsAccepted']],
    [true, false, true, ['details', 'confirmation… termsAccepted']],
  ])(
    'split %s, payment %s, confirmation %s',
    (splitSteps, paymentStep, confirmationStep, shown) => {
      const unaskedMethod = paymentStep ? null : 'manual';
      expect(steps({ splitSteps, paymentStep, confirmationStep, ...on, unaskedMethod })).toEqual(
        shown
      );
    }
  );

  it.each<[string, Partial<CheckoutTerms>, Given, string[]]>([
    ['nothing', {}, {}, ['details']],
    ['an e-mail and a city', {}, { details: NO_DETAILS }, ['details… email billing.city']],
    [
      'the city of the other address',
      {},
      { details: { sameAsBilling: false } },
      ['details… shipping.city'],
    ],
    ['no way to pay, where there is one', {}, {}, ['details']],
    ['no way to pay, where it costs nothing', two, { total: '0' }, ['details']],
    [
      'a way to pay that exists',
      {},
      { details: { paymentMethod: 'gold' } },
      ['details… paymentMethod'],
    ],
    ['no way to pay, once it is chosen', two, { details: { paymentMethod: 'card' } }, ['details']],
    [
      'a way of shipping among two',
      { shippingConfigured: true },
      { offered: ['post', 'air'] },
      ['details… shippingOption'],
    ],
    [
      'a way of shipping where none goes',
      { shippingConfigured: true },
      {},
      ['details… shippingOption'],
    ],
    [
      'another one than that is gone',
      { shippingConfigured: true },
      { details: { shippingOption: 'air' }, offered: ['post'], option: 'post' },
      ['details… shippingOption'],
    ],
    [
      'none, once it is chosen',
      { shippingConfigured: true },
      { details: { shippingOption: 'post' }, offered: ['post', 'air'], option: 'post' },
      ['details'],
    ],
    ['items, below the least amount', { minOrderAmount: '10.01' }, {}, ['details… items']],
    ['none at exactly the least amount', { minOrderAmount: '10.00' }, {}, ['details']],
    ['items, in an empty cart', { shippingConfigured: true }, { empty: true }, ['details… items']],
    ['items that are there', {}, { stock: 0 }, ['details… items']],
    [
      'no items, where somebody else counts them',
      { unitsAnswered: true },
      { stock: 0 },
      ['details'],
    ],
    [
      'no terms, once accepted',
      { termsRequired: true },
      { details: { termsAcceptedAt: NOON } },
      ['details'],
    ],
  ])('lacks %s', (_, terms, given, shown) => {
    expect(steps(terms, given)).toEqual(shown);
  });

  /** What a step calls complete can be ordered, and what it calls missing cannot. */
  it('says the same as the placement', () => {
    let ordered = 0;
    for (const termsRequired of [false, true])
      for (const termsAcceptedAt of [null, NOON])
        for (const stock of [null, 0])
          for (const paymentMethod of [null, 'card', 'gold'])
            for (const unaskedMethod of [null, 'manual'])
              for (const total of ['0', '10'])
                for (const minOrderAmount of [null, '11'])
                  for (const shipping of [
                    { shippingConfigured: false },
                    { shippingConfigured: true, offered: ['post', 'air'], option: null },
                    { shippingConfigured: true, offered: ['post'], option: 'post' },
                    { shippingConfigured: true, offered: [], option: null },
                  ])
                    for (const email of [null, 'ada@example.com']) {
                      const { shippingConfigured, ...rest } = shipping;
                      const terms = { ...TERMS, ...two, shippingConfigured };
                      const asked = { ...terms, termsRequired, unaskedMethod, minOrderAmount };
                      const details = { termsAcceptedAt, paymentMethod, email };
                      const cart = cartOf({ ...rest, details, total, stock });
                      const complete = checkoutSteps(cart, asked).every((step) => step.complete);
                      expect(accepts(cart, asked)).toBe(complete);
                      ordered += complete ? 1 : 0;
                    }
    expect(ordered).toBeGreaterThan(20);
  });
});

function accepts(cart: PricedCart, terms: CheckoutTerms): boolean {
  try {
    checkPlacement(cart, { ...terms, currency: 'EUR', expectedTotal: null, codeRequested: false });
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(CommerceError);
    return false;
  }
}

describe('a shop without a payment step', () => {
  const placed = (details: Partial<CartDetails>) =>
    checkPlacement(cartOf({ details }), {
      ...TERMS,
      paymentMethods: ['card', 'manual'],
      unaskedMethod: 'manual',
      currency: 'EUR',
      expectedTotal: null,
      codeRequested: false,
    });

  it('takes the way that nobody has to be asked for, unless one is chosen', () => {
    expect(placed({})).toBe('manual');
    expect(placed({ paymentMethod: 'card' })).toBe('card');
    expect(() => placed({ paymentMethod: 'gold' })).toThrow('choose a way to pay');
  });
});

describe('what an address needs', () => {
  const missing = (country: string | undefined, more: object = {}) => {
    const details = { billing: { city: 'X', ...(country ? { country } : {}), ...more } };
    const [step] = checkoutSteps(cartOf({ details }), {
      ...TERMS,
      requiredFields: ['state', 'postcode'],
    });
    return step!.missing;
  };

  it.each([
    ['US', ['billing.state', 'billing.postcode']],
    ['CA', ['billing.state', 'billing.postcode']],
    ['AU', ['billing.state', 'billing.postcode']],
    ['GB', ['billing.postcode']],
    ['DE', ['billing.postcode']],
    ['HK', ['billing.state']],
    ['UG', []],
    [undefined, ['billing.postcode']],
  ])('%s', (country, paths) => {
    expect(missing(country)).toEqual(paths);
    expect(missing(country, { state: 'X', postcode: '1' })).toEqual([]);
  });
});
