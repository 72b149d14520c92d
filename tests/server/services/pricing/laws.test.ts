import fc from 'fast-check';

import type { PricedCart } from '../../../../server/domain/cart/priced-cart';
import type { PriceStep } from '../../../../server/domain/totals/explain';
import { toMinorUnits } from '../../../../server/domain/money/minor-units';
import { minorUnits, oracleOf } from '../../../support/cart-oracle';
import {
  type HandMadeCart,
  type HandMadeCode,
  type HandMadeLine,
  priceByHand,
} from '../../../support/hand-made-cart';

/**
 * Random carts, priced by the real pipeline with the built-in providers, against an oracle that was written from the
 * rules alone. The seed is fixed, so that a failure is the same for everybody.
 */
const RUNS = { numRuns: 2000, seed: 20_260_601 };

const DECIMALS = { JPY: 0, EUR: 2, KWD: 3 } as const;
type Currency = keyof typeof DECIMALS;

const ODD_RATES = ['0', '5', '6.25', '7', '8.25', '8.875', '10', '19', '20', '21', '33.333', '100'];
const anyRate = fc.constantFrom(...ODD_RATES);
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined });
const COUNTRIES = ['DE', 'US', 'FR'];
const CLASSES = ['books', 'food'];
const PRODUCTS = ['shirt', 'mug', 'lamp'];

/** A whole number of minor units, written as an amount. Small ones often: they are where cents get lost. */
function anyAmount(currency: Currency, most = 10_000_000): fc.Arbitrary<string> {
  const decimals = DECIMALS[currency];
  return fc
    .oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 9999 }), fc.nat(most))
    .map((units) => {
      const digits = String(units).padStart(decimals + 1, '0');
      const point = digits.length - decimals;
      return decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
    });
}

const anyInstant = fc.constantFrom(
  '2026-05-31T12:00:00.000Z',
  '2026-06-01T12:00:00.000Z',
  '2026-06-01T12:00:00.001Z',
  '2026-06-02T12:00:00.000Z'
);

function anyLine(currency: Currency): fc.Arbitrary<HandMadeLine> {
  return fc.record(
    {
      price: fc.oneof({ weight: 12, arbitrary: anyAmount(currency) }, fc.constant(null)),
      quantity: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 1000 })),
      sale: anyAmount(currency, 2000),
      saleFrom: anyInstant,
      saleTo: anyInstant,
      product: fc.constantFrom(...PRODUCTS),
      taxClass: fc.constantFrom(...CLASSES),
      weight: fc.constantFrom('0', '250', '1200'),
      gone: fc.integer({ min: 0, max: 19 }).map((die) => die === 0),
    },
    { requiredKeys: ['price'] }
  );
}

function anyCode(currency: Currency): fc.Arbitrary<HandMadeCode> {
  const percent = fc.oneof(
    fc.integer({ min: 0, max: 100 }).map(String),
    fc.nat(100_000).map((thousandths) => (thousandths / 1000).toFixed(3))
  );
  const discount = fc.oneof<fc.Arbitrary<HandMadeCode>[]>(
    percent.map((value) => ({ percent: value })),
    anyAmount(currency, 100_000).map((value) => ({ deduct: value })),
    anyAmount(currency, 100_000).map((value) => ({ exact: value })),
    fc.constant({ freeShipping: true })
  );
  // Most codes must hold, or there would be nothing to share out.
  const seldom = <Value>(of: fc.Arbitrary<Value>) =>
    fc.integer({ min: 0, max: 11 }).chain((die) => (die === 0 ? of : fc.constant(undefined)));
  const terms = fc.record({
    on: fc.option(fc.subarray(PRODUCTS, { minLength: 1 }), { nil: undefined, freq: 2 }),
    freeShipping: fc.boolean(),
    minPurchase: fc.option(anyAmount(currency, 300_000), { nil: undefined, freq: 2 }),
    inactive: fc.integer({ min: 0, max: 19 }).map((die) => die === 0),
    validFrom: seldom(anyInstant),
    validTo: seldom(anyInstant),
    maxUses: seldom(fc.integer({ min: 0, max: 2 })),
    usedCount: fc.integer({ min: 0, max: 2 }),
    maxUsesPerCustomer: seldom(fc.integer({ min: 0, max: 2 })),
    customerUses: fc.integer({ min: 0, max: 2 }),
  });
  return fc.tuple(terms, discount).map(([said, off]) => ({ ...said, ...off }));
}

/** No two rows for the same place and class: which of those counts is not for a shop to rely on. */
const anyRates = fc
  .tuple(anyRate, fc.boolean())
  .chain(([rate, everywhere]) =>
    fc.tuple(fc.constant(everywhere ? [{ country: '*', rate, label: 'Tax' }] : []), ownRates())
  )
  .map(([everywhere, own]) => [...own.filter(isNoDefault), ...everywhere]);

const isNoDefault = (rate: { country: string; region?: string; class?: string }) =>
  rate.country !== '*' || rate.region !== undefined || rate.class !== undefined;

const ownRates = () =>
  fc.uniqueArray(
    fc.record({
      country: fc.constantFrom('*', ...COUNTRIES),
      region: fc.option(fc.constantFrom('NY', 'CA'), { nil: undefined, freq: 3 }),
      class: maybe(fc.constantFrom(...CLASSES)),
      rate: anyRate,
      label: fc.constantFrom('Tax', 'VAT'),
    }),
    {
      maxLength: 6,
      size: 'max',
      selector: (rate) => `${rate.country} ${rate.region} ${rate.class}`,
    }
  );

function anyOptions(currency: Currency) {
  return fc
    .array(
      fc.record({
        amount: anyAmount(currency, 5000),
        freeFrom: maybe(anyAmount(currency, 50_000)),
        countries: maybe(fc.subarray(COUNTRIES)),
        maxWeight: maybe(fc.constantFrom(250, 1200, 5000)),
      }),
      { maxLength: 3, size: 'max' }
    )
    .map((options) =>
      options.map((option, index) => ({ code: `way-${index}`, label: `Way ${index}`, ...option }))
    );
}

const anyCart: fc.Arbitrary<HandMadeCart> = fc
  .constantFrom<Currency>('JPY', 'EUR', 'KWD')
  .chain((currency) =>
    fc.record({
      lines: fc.array(anyLine(currency), { maxLength: 6, size: 'max' }),
      code: fc.option(anyCode(currency), { nil: undefined, freq: 8 }),
      country: maybe(fc.constantFrom(...COUNTRIES)),
      region: maybe(fc.constantFrom('NY', 'CA')),
      shippingOption: maybe(fc.constantFrom('way-0', 'way-1', 'way-9')),
      config: fc.record({
        currency: fc.constant(currency),
        roundingMode: fc.constantFrom('half-up' as const, 'half-even' as const),
        maxQuantityPerItem: fc.constant(1000),
        tax: fc.record({ included: fc.boolean(), taxShipping: fc.boolean(), rates: anyRates }),
        shipping: anyOptions(currency).map((options) => ({ options })),
      }),
    })
  )
  // A region is part of an address.
  .map((cart) => (cart.country === undefined ? { ...cart, region: undefined } : cart));

/** Asks for the law of one cart, of many. */
async function holdsFor(
  law: (cart: HandMadeCart, priced: PricedCart, inUnits: InUnits) => void,
  runs = RUNS.numRuns / 2
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anyCart, async (cart) => {
      const currency = cart.config?.currency as Currency;
      law(cart, await priceByHand(cart), (amount) => toMinorUnits(amount, currency));
    }),
    { ...RUNS, numRuns: runs }
  );
}
type InUnits = (amount: PricedCart['totals']['total']) => bigint;

const sum = (units: readonly bigint[]) => units.reduce((total, one) => total + one, 0n);

describe('the price of any cart', () => {
  it('is what an independent reading of the rules says, figure by figure', async () => {
    await holdsFor((cart, { totals, lines, shippingTax, notices }, units) => {
      const dropped = notices.find(({ code }) => code === 'discount_code_dropped');
      expect({
        subtotal: units(totals.subtotal),
        discount: units(totals.discount),
        shares: lines.map((line) => units(line.discount)),
        shipping: units(totals.shipping),
        lineTaxes: lines.map((line) => units(line.tax)),
        shippingTax: units(shippingTax),
        total: units(totals.total),
        lineTotals: lines.map((line) => units(line.total)),
        refusal: dropped && 'reason' in dropped ? dropped.reason : null,
      }).toEqual(oracleOf(cart));
    }, RUNS.numRuns);
  });

  it('adds up to the last minor unit, in the cart and over its lines (1.5)', async () => {
    await holdsFor((_, { totals, lines, shippingTax, taxes }, units) => {
      const over = (figure: 'lineTotal' | 'discount' | 'tax' | 'total') =>
        sum(lines.map((line) => units(line[figure])));
      const { subtotal, discount, shipping, tax, total } = totals;
      const onTop = totals.taxIncluded ? 0n : 1n;
      expect(units(total)).toBe(
        units(subtotal) - units(discount) + units(shipping) + onTop * units(tax)
      );
      expect(over('lineTotal')).toBe(units(subtotal));
      expect(over('discount')).toBe(units(discount));
      expect(over('tax') + units(shippingTax)).toBe(units(tax));
      expect(over('total') + units(shipping) + onTop * units(shippingTax)).toBe(units(total));
      expect(sum(taxes.map(({ amount }) => units(amount)))).toBe(units(tax));
      for (const line of lines) {
        expect(units(line.discount)).toBeGreaterThanOrEqual(0n);
        expect(units(line.discount)).toBeLessThanOrEqual(units(line.lineTotal));
      }
    });
  });

  it('is explained by steps that add up to it, for the cart and for each line', async () => {
    await holdsFor((cart, { explanation, lines, totals }, units) => {
      const decimals = DECIMALS[cart.config?.currency as Currency];
      const lastAndSum = (steps: PriceStep[]) => {
        const last = steps.at(-1);
        expect(last?.step).toBe('total');
        const before = steps
          .slice(0, -1)
          .filter((step) => step.step !== 'tax' || !step.included)
          .map(({ amount }) => minorUnits(amount, decimals));
        expect(sum(before)).toBe(minorUnits(last!.amount, decimals));
        return sum(before);
      };
      expect(lastAndSum(explanation)).toBe(units(totals.total));
      for (const line of lines) expect(lastAndSum(line.explanation)).toBe(units(line.total));
    });
  });

  it('splits a discount fairly: less than a minor unit from its proportion, never above its line (1.4)', async () => {
    await holdsFor((cart, { lines, totals }, units) => {
      const { code } = cart;
      const perUnit = code?.on !== undefined && code.percent === undefined;
      if (code === undefined || perUnit) return;
      const weights = lines.map(({ lineTotal, sellable }) =>
        code.on === undefined || code.on.includes(sellable?.productDocumentId ?? '')
          ? units(lineTotal)
          : 0n
      );
      const whole = sum(weights);
      lines.forEach((line, index) => {
        const far = units(line.discount) * whole - units(totals.discount) * weights[index]!;
        if (whole === 0n) expect(units(line.discount)).toBe(0n);
        else expect(far < 0n ? -far : far).toBeLessThan(whole);
        if (weights[index] === 0n) expect(units(line.discount)).toBe(0n);
        expect(units(line.discount)).toBeLessThanOrEqual(weights[index]!);
      });
    });
  });
});

describe('the random carts', () => {
  it('reach every corner of the rules often enough to prove something', () => {
    const seen = new Map<string, number>();
    const count = (what: string, is: boolean) => seen.set(what, (seen.get(what) ?? 0) + Number(is));
    for (const cart of fc.sample(anyCart, RUNS)) {
      const figures = oracleOf(cart);
      const { code } = cart;
      count('discounted', figures.discount > 0n);
      count('per unit', figures.discount > 0n && code?.on !== undefined && !code.percent);
      count('shared out', figures.shares.filter((share) => share > 0n).length > 1);
      count('shipped', figures.shipping > 0n);
      count(
        'taxed',
        figures.lineTaxes.some((tax) => tax > 0n)
      );
      count('tax on shipping', figures.shippingTax > 0n);
      count(
        'tax included',
        figures.lineTaxes.some((tax) => tax > 0n) && !!cart.config?.tax?.included
      );
      for (const reason of ['inactive', 'expired', 'exhausted', 'minimum', 'not_applicable']) {
        count(reason, figures.refusal === reason);
      }
    }
    const rare = [...seen].filter(([, times]) => times < 25);
    expect(rare).toEqual([]);
  });
});
