import { allocateDiscount } from '../../../server/domain/discounts/allocate-discount';
import type { Discount } from '../../../server/domain/discounts/discount';
import { formatAmount } from '../../../server/domain/money/format';
import { money, ZERO } from '../../../server/domain/money/money';
import type { RoundingMode } from '../../../server/domain/money/rounding';
import { taxOf } from '../../../server/domain/taxes/line-tax';
import { lineTotal } from '../../../server/domain/totals/line-total';
import { sumTotals } from '../../../server/domain/totals/sum-totals';

export interface CartCase {
  /** [unit price, quantity, tax rate, in the code's selection] */
  lines: [price: string, quantity: number, rate?: string, eligible?: boolean][];
  discount?: Discount['kind'];
  value?: string;
  appliesTo?: 'cart' | 'selection';
  shipping?: string;
  shippingRate?: string;
  included?: boolean;
  currency?: string;
  roundingMode?: RoundingMode;
}

/** code → allocation → tax → totals, with the real functions, and everything in the wire form. */
export function priceCart(given: CartCase) {
  const { appliesTo = 'cart', currency = 'EUR', included = false, roundingMode } = given;
  const lines = given.lines.map(([price, quantity, rate = '0', eligible = true]) => ({
    unitPrice: money(price),
    quantity,
    rate,
    eligible,
  }));
  const discount = given.discount
    ? { kind: given.discount, value: money(given.value ?? '0') }
    : null;
  const terms = { included, currency, roundingMode };
  const shares = allocateDiscount({ discount, appliesTo, lines, currency, roundingMode });
  const shipping = money(given.shipping ?? '0');
  const summed = sumTotals({
    lines: lines.map((line, index) => {
      const share = shares[index] ?? ZERO;
      return {
        ...line,
        discount: share,
        tax: taxOf(lineTotal(line).minus(share), line.rate, terms),
      };
    }),
    shipping,
    shippingTax: taxOf(shipping, given.shippingRate ?? '0', terms),
    taxIncluded: included,
    currency,
  });
  const text = (amount: typeof ZERO) => formatAmount(amount, currency);
  return {
    subtotal: text(summed.subtotal),
    discount: text(summed.discount),
    shipping: text(summed.shipping),
    tax: text(summed.tax),
    total: text(summed.total),
    lineDiscounts: summed.lines.map((line) => text(line.discount)),
    lineTotals: summed.lines.map((line) => text(line.total)),
    lineTaxes: summed.lines.map((line) => text(line.tax)),
    net: text(summed.total.minus(summed.tax)),
  };
}
