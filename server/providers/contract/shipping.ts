import assert from 'node:assert/strict';

import type { Address } from '../../domain/cart/cart';
import { money } from '../../domain/money/money';
import { sumAmounts } from '../../domain/money/sum-amounts';
import { readQuotes } from '../../domain/shipping/read-quotes';
import type { ShippingProvider, ShippingRequest } from '../shipping';
import { type CartToAsk, cartsToAsk, frozen } from './requests';
import { runSuite, type SuiteOptions } from './suite';

export interface ShippingSuiteOptions extends SuiteOptions {
  /** The shop's; 'EUR' unless said otherwise. */
  currency?: string;
  /** A place that the provider ships to. */
  address?: Address;
}

/** What a shop may expect of a shipping provider, as tests. */
export function testShippingProvider(
  provider: ShippingProvider,
  { currency = 'EUR', address, ...runner }: ShippingSuiteOptions = {}
): void {
  const carts = cartsToAsk(currency, address);
  const ask = async (cart: CartToAsk) => provider.quote(frozen(toRequest(cart, currency)));

  runSuite(
    `the shipping provider ${provider.name}`,
    {
      'has a name and can be asked': () => {
        assert.ok(typeof provider.name === 'string' && provider.name !== '', 'it has no name');
        assert.equal(typeof provider.quote, 'function', 'it has no quote');
      },
      'answers with ways of shipping that the shop understands, whatever the cart': async () => {
        for (const cart of carts) {
          const answer = await ask(cart);
          assert.doesNotThrow(() => readQuotes(answer, currency), cart.what);
        }
      },
      'gives the same answer to the same question': async () => {
        for (const cart of carts) assert.deepEqual(await ask(cart), await ask(cart), cart.what);
      },
      'keeps two carts apart that are asked about at once': async () => {
        const oneByOne: unknown[] = [];
        for (const cart of carts) oneByOne.push(await ask(cart));
        assert.deepEqual(await Promise.all(carts.map(ask)), oneByOne);
      },
    },
    runner
  );
}

function toRequest({ lines, address }: CartToAsk, currency: string): ShippingRequest {
  const subtotal = sumAmounts(lines.map(({ amount }) => money(amount))).toFixed();
  return {
    currency,
    items: lines.map(({ sku, quantity, grams, amount }, index) => ({
      type: 'plugin::cartwright.product-variation',
      documentId: `thing-${index}`,
      sku,
      quantity,
      weight: grams,
      amount,
    })),
    subtotal,
    discountedSubtotal: subtotal,
    weight: sumAmounts(lines.map(({ grams, quantity }) => money(grams).times(quantity))).toFixed(),
    address,
  };
}
