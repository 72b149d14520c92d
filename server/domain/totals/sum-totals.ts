import { toMinorUnits } from '../money/minor-units';
import { ZERO, type Amount } from '../money/money';
import { sumAmounts } from '../money/sum-amounts';
import { lineTotal } from './line-total';

/** A line with everything decided: its share of the discount and its tax. */
export interface LineToSum {
  unitPrice: Amount;
  quantity: number;
  discount: Amount;
  tax: Amount;
}

export interface CartToSum {
  lines: readonly LineToSum[];
  shipping: Amount;
  shippingTax: Amount;
  /** Whether prices, shipping included, already contain their tax. */
  taxIncluded: boolean;
  currency: string;
}

export interface LineTotals {
  /** unit price × quantity, before discount. */
  lineTotal: Amount;
  discount: Amount;
  tax: Amount;
  /** What the line costs in the end: after its discount, with its tax. */
  total: Amount;
}

export interface Totals {
  subtotal: Amount;
  discount: Amount;
  shipping: Amount;
  tax: Amount;
  total: Amount;
  taxIncluded: boolean;
}

/**
 * Adds up, and nothing else (rules 1.5): total = subtotal − discount + shipping + tax, without "+ tax" when
 * prices include it, and the lines' totals with shipping (and its tax) add up to the same. 3 × 10.00 − 5.00
 * + 4.95 + 5.99 → 35.94. It does not round, split, tax or discount: half a cent, or a discount that is not
 * between 0 and its line, is a mistake further up and throws.
 */
export function sumTotals(cart: CartToSum): Totals & { lines: LineTotals[] } {
  const { shipping, shippingTax, taxIncluded, currency } = cart;
  const lines = cart.lines.map((line) => totalsOfLine(line, taxIncluded));
  const parts = lines.flatMap((line) => [line.lineTotal, line.discount, line.tax]);
  for (const part of [...parts, shipping, shippingTax]) toMinorUnits(part, currency);

  const subtotal = sumAmounts(lines.map((line) => line.lineTotal));
  const discount = sumAmounts(lines.map((line) => line.discount));
  const tax = sumAmounts(lines.map((line) => line.tax)).plus(shippingTax);
  const total = subtotal
    .minus(discount)
    .plus(shipping)
    .plus(taxIncluded ? ZERO : tax);

  return { subtotal, discount, shipping, tax, total, taxIncluded, lines };
}

function totalsOfLine(line: LineToSum, taxIncluded: boolean): LineTotals {
  const { discount, tax } = line;
  const before = lineTotal(line);
  if (discount.lt(0) || discount.gt(before)) {
    throw new RangeError(
      `A discount of ${discount.toFixed()} does not fit a line of ${before.toFixed()}`
    );
  }
  const total = before.minus(discount).plus(taxIncluded ? ZERO : tax);
  return { lineTotal: before, discount, tax, total };
}
