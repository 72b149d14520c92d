import { Decimal } from 'decimal.js';

import { CommerceError } from '../errors';

/** An exact amount of money in the shop's one currency, in major units (rules 1.1): 19.90 EUR is `money('19.90')`. */
export type Amount = Decimal;

/**
 * decimal.js with our settings, deaf to a host that reconfigures the shared class. 40 digits hold every
 * product that a shop can make (15 digits × a quantity × a percentage) without losing one.
 */
const ExactDecimal = Decimal.clone({
  defaults: true,
  precision: 40,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

export const ZERO: Amount = new ExactDecimal(0);

/**
 * Makes an amount of a value that the shop already trusts: a column, a constant, another amount.
 * `money('19.9000')` is 1990 cents. It does not ask for a currency, a sign or a number of decimals:
 * what comes from outside goes through `parseAmount`.
 */
export function money(value: Decimal.Value): Amount {
  const amount = readDecimal(value);
  if (!amount?.isFinite()) {
    throw new CommerceError('invalid_amount', `Not an amount: ${String(value).slice(0, 40)}`);
  }
  return amount.isZero() ? ZERO : amount;
}

function readDecimal(value: Decimal.Value): Decimal | null {
  try {
    return new ExactDecimal(value);
  } catch {
    return null;
  }
}

/** Fifteen digits before the point are what a column takes, and a front end's number still holds exactly. */
const TOO_MUCH = new ExactDecimal('1e15');

export function fitsColumn(amount: Amount): boolean {
  return amount.abs().lt(TOO_MUCH);
}
