import { currencyDecimals } from './currency';
import { money, type Amount } from './money';

/**
 * The amount as a count of the currency's smallest unit: 22.37 EUR → 2237n, 1990 JPY → 1990n. It does not
 * round: half a cent here means that somebody forgot to, and is a mistake in the program.
 */
export function toMinorUnits(amount: Amount, currency: string): bigint {
  const decimals = currencyDecimals(currency);
  if (!amount.isFinite() || amount.decimalPlaces() > decimals) {
    throw new RangeError(`${amount.toFixed()} is not a whole number of minor units of ${currency}`);
  }
  return scaledInteger(amount, decimals);
}

/** 2237n → 22.37 EUR. */
export function fromMinorUnits(units: bigint, currency: string): Amount {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units)
    .toString()
    .padStart(currencyDecimals(currency) + 1, '0');
  const point = digits.length - currencyDecimals(currency);
  return money(`${sign}${digits.slice(0, point)}.${digits.slice(point)}0`);
}

/** value × 10^decimals, exactly; `decimals` must be at least as many as the value has. */
export function scaledInteger(value: Amount, decimals: number): bigint {
  return BigInt(value.toFixed(decimals).replace('.', ''));
}
