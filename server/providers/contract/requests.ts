import type { Address } from '../../domain/cart/cart';
import { currencyDecimals } from '../../domain/money/currency';
import { money } from '../../domain/money/money';

/** Carts that every shop meets sooner or later, for providers to be asked about. */
export interface CartToAsk {
  what: string;
  lines: { sku: string | null; quantity: number; grams: string; amount: string }[];
  address: Address | null;
}

const SOMEWHERE: Address = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  street: '12 Analytical Row',
  city: 'London',
  postcode: 'SW1A 1AA',
  country: 'GB',
};

export function cartsToAsk(currency: string, address: Address = SOMEWHERE): CartToAsk[] {
  const least = money(10).pow(-currencyDecimals(currency)).toFixed();
  const line = { sku: 'SKU-1', quantity: 1, grams: '250', amount: '20' };
  const cart = (what: string, lines: CartToAsk['lines'], to: Address | null = address) => ({
    what,
    lines,
    address: to,
  });
  return [
    cart('one line', [line]),
    cart('no address yet', [line], null),
    cart('a country alone', [line], { country: address.country ?? 'GB' }),
    cart('several lines', [line, { ...line, sku: 'SKU-2', quantity: 3, amount: '7' }]),
    cart('a thing without SKU and weight', [{ ...line, sku: null, grams: '0' }]),
    cart('lines that a discount code has made free', [{ ...line, amount: '0' }]),
    cart('the least amount', [{ ...line, amount: least }]),
    cart('very much of something heavy', [
      { sku: 'SKU-1', quantity: 1000, grams: '50000', amount: '9999999' },
    ]),
  ];
}

/** A request that nobody can change. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
