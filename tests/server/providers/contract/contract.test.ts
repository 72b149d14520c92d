import { manualPayment } from '../../../../server/providers/builtin/manual-payment';
import { shippingByOptions } from '../../../../server/providers/builtin/shipping-options';
import { taxByRates } from '../../../../server/providers/builtin/tax-rates';
import {
  testPaymentProvider,
  testShippingProvider,
  testTaxProvider,
} from '../../../../server/providers/contract';
import type { PaymentProvider } from '../../../../server/providers/payment';
import type { ShippingProvider, ShippingQuote } from '../../../../server/providers/shipping';
import type { Tax, TaxProvider } from '../../../../server/providers/tax';
import { fakePayment } from '../../../support/fake-payment';

// The built-in providers keep what the suites ask of everybody's.
testPaymentProvider(manualPayment);
testPaymentProvider(fakePayment().provider);
testShippingProvider(shippingByOptions([]));
testShippingProvider(
  shippingByOptions([
    { code: 'post', label: 'Post', amount: '4.95', freeFrom: '50', maxWeight: 2000 },
    { code: 'freight', label: 'Freight', amount: '40', countries: ['GB'] },
  ])
);
const RATES = [
  { country: '*', rate: '19', label: 'VAT' },
  { country: 'GB', class: 'books', rate: '8.875', label: 'VAT' },
];
for (const currency of ['JPY', 'EUR', 'KWD']) {
  testTaxProvider(taxByRates(RATES, 'half-up'), { currency, taxClass: 'books' });
}

type Suite = (options: { describe: Describe; it: It }) => void;
type Describe = (name: string, tests: () => void) => void;
type It = (name: string, test: () => Promise<void>) => void;

/** Runs a suite, and tells which of its tests failed. */
async function failuresOf(suite: Suite): Promise<string[]> {
  const tests: { name: string; test: () => Promise<void> }[] = [];
  suite({ describe: (_, group) => group(), it: (name, test) => tests.push({ name, test }) });
  expect(tests.length).toBeGreaterThan(3);
  const failed: string[] = [];
  for (const { name, test } of tests) {
    await test().catch((error: unknown) => {
      expect((error as Error).message).not.toBe('');
      failed.push(name);
    });
  }
  return failed;
}

const QUOTE = { code: 'post', label: 'Post', amount: '4.95' };
const NOT_UNDERSTOOD = 'answers with ways of shipping that the shop understands, whatever the cart';

describe('a broken shipping provider', () => {
  let turn = 0;
  let last = '';
  it.each<[string, unknown, string]>([
    ['answers with nothing', () => undefined, NOT_UNDERSTOOD],
    ['answers with no list', () => QUOTE, NOT_UNDERSTOOD],
    ['leaves out the label', () => [{ code: 'post', amount: '4.95' }], NOT_UNDERSTOOD],
    ['charges half a cent', () => [{ ...QUOTE, amount: '4.955' }], NOT_UNDERSTOOD],
    ['charges less than nothing', () => [{ ...QUOTE, amount: '-1' }], NOT_UNDERSTOOD],
    ['offers one code twice', () => [QUOTE, QUOTE], NOT_UNDERSTOOD],
    ['throws without an address', ({ address }: never) => [address['x']], NOT_UNDERSTOOD],
    [
      'changes what it is asked',
      (request: { currency: string }) => [{ ...QUOTE, label: (request.currency = 'USD') }],
      NOT_UNDERSTOOD,
    ],
    [
      'changes its mind',
      () => [{ ...QUOTE, amount: String((turn += 1)) }],
      'gives the same answer to the same question',
    ],
    [
      'mixes up two carts',
      async ({ subtotal }: { subtotal: string }): Promise<ShippingQuote[]> => {
        last = subtotal;
        await new Promise((resolve) => setImmediate(resolve));
        return [{ ...QUOTE, label: last }];
      },
      'keeps two carts apart that are asked about at once',
    ],
  ])('that %s is found out', async (_, quote, failed) => {
    const provider = { name: 'broken', quote } as ShippingProvider;
    expect(await failuresOf((runner) => testShippingProvider(provider, runner))).toContain(failed);
  });

  it('that cannot be asked at all is found out', async () => {
    const provider = { name: '' } as ShippingProvider;
    expect(await failuresOf((runner) => testShippingProvider(provider, runner))).toContain(
      'has a name and can be asked'
    );
  });
});

describe('a broken tax provider', () => {
  const unreadable = 'answers with one tax a line that the shop understands, whatever the cart';
  const all = (tax: Partial<Tax> | null) => ({
    tax: ({ items }: { items: unknown[] }) => ({
      items: items.map(() => tax),
      shipping: null,
    }),
  });
  it.each<[string, object, string]>([
    ['answers with nothing', { tax: () => null }, unreadable],
    ['forgets a line', { tax: () => ({ items: [null], shipping: null }) }, unreadable],
    ['leaves out the label', all({ rate: '19', amount: '0' }), unreadable],
    ['names a rate in words', all({ rate: 'full', label: 'VAT', amount: '0' }), unreadable],
    ['taxes a tenth of a cent', all({ rate: '19', label: 'VAT', amount: '0.001' }), unreadable],
    ['taxes more than is paid', all({ rate: '19', label: 'VAT', amount: '1000' }), unreadable],
    [
      'taxes what is free',
      all({ rate: '19', label: 'VAT', amount: '0.01' }),
      'taxes nothing where nothing is paid',
    ],
  ])('that %s is found out', async (_, broken, failed) => {
    const provider = { name: 'broken', ...broken } as TaxProvider;
    expect(await failuresOf((runner) => testTaxProvider(provider, runner))).toContain(failed);
  });
});

describe('a broken payment provider', () => {
  let references = 0;
  const well = 'takes a payment, or says what is still to be done';
  it.each<[string, unknown, string]>([
    ['answers with nothing', () => undefined, well],
    ['answers with a status of its own', () => ({ status: 'ok' }), well],
    ['declines a good card', () => ({ status: 'declined' }), well],
    ['wants a step and does not say which', () => ({ status: 'requires_action' }), well],
    ['has a number for a reference', () => ({ status: 'paid', reference: 7 }), well],
    [
      'charges twice',
      () => ({ status: 'paid', reference: `ref-${(references += 1)}` }),
      'charges a repeated attempt once, and answers as before',
    ],
    [
      'throws when the card is declined',
      ({ payment }: { payment: { card: string } }) => {
        if (payment.card === 'bad') throw new Error('card_declined');
        return { status: 'paid' };
      },
      'answers a declined payment, instead of throwing',
    ],
  ])('that %s is found out', async (_, authorize, failed) => {
    const provider = { name: 'broken', label: 'Broken', authorize } as PaymentProvider;
    const failures = await failuresOf((runner) =>
      testPaymentProvider(provider, { declined: { card: 'bad' }, ...runner })
    );
    expect(failures).toContain(failed);
  });
});

describe('a suite', () => {
  it('without a test runner says what to pass', () => {
    const { describe: ours } = globalThis;
    try {
      Reflect.deleteProperty(globalThis, 'describe');
      expect(() => testPaymentProvider(manualPayment)).toThrow(/pass \{ describe, it \}/);
    } finally {
      globalThis.describe = ours;
    }
  });
});
