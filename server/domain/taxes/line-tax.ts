import { money, type Amount } from '../money/money';
import { roundAmount, type RoundingMode } from '../money/rounding';

export interface TaxTerms {
  /** Whether the base already contains the tax. */
  included: boolean;
  currency: string;
  roundingMode?: RoundingMode;
}

/**
 * The tax on one line, or on shipping (rules 9.1): `base` is what it costs after discount, `rate` a percentage
 * such as '19'. On top: 15 % of 0.10 → 0.02. Included: the *net* is rounded and the tax is the rest, so that
 * the two add up: 20 % in 39.40 → 32.83 + 6.57. It does not find the rate (`findTaxRate`).
 */
export function taxOf(
  base: Amount,
  rate: string,
  { included, currency, roundingMode }: TaxTerms
): Amount {
  const percent = money(rate);
  if (!included) return roundAmount(base.times(percent).dividedBy(100), currency, roundingMode);
  const net = base.times(100).dividedBy(percent.plus(100));
  return money(base.minus(roundAmount(net, currency, roundingMode)));
}
