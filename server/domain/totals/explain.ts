import type { LiveLine } from '../cart/live-lines';
import { formatAmount } from '../money/format';
import { type Amount, ZERO } from '../money/money';
import type { Taxed } from '../taxes/read-taxes';
import type { TaxSummary } from '../taxes/summarize-taxes';
import type { LineTotals, Totals } from './sum-totals';

/**
 * One step on the way to a figure, in the form it goes out in and is kept in. `amount` is what the step adds (a
 * reduction is negative): the amounts of all steps before `total` add up to `total`, save for a tax that is included,
 * which is told and already in the price.
 */
export type PriceStep =
  | { step: 'list_price'; unitPrice: string; quantity: number; amount: string }
  | { step: 'sale'; unitPrice: string; amount: string }
  | { step: 'subtotal'; amount: string }
  | { step: 'discount_code'; code: string; amount: string }
  | { step: 'shipping'; code: string; label: string; amount: string }
  | { step: 'tax'; label: string; rate: string; base: string; included: boolean; amount: string }
  | { step: 'total'; amount: string };

/** A line with everything decided. */
export interface LineToExplain extends LiveLine, LineTotals {
  taxed: Taxed;
}

/** What the lines of one cart have in common. */
export interface ExplanationTerms {
  currency: string;
  taxIncluded: boolean;
  discountCode: string | null;
}

/** How a line came to cost what it costs: list price → sale → its share of the code → tax. */
export function explainLine(line: LineToExplain, terms: ExplanationTerms): PriceStep[] {
  const { discount, taxed, total } = line;
  const { quantity } = line.line;
  const listPrice = line.regularPrice ?? ZERO;
  const text = textIn(terms.currency);
  return [
    {
      step: 'list_price',
      unitPrice: text(listPrice),
      quantity,
      amount: text(listPrice.times(quantity)),
    },
    ...saleStep(line, text),
    ...discountStep(discount, terms),
    ...(taxed.rate
      ? [taxStep({ ...taxed.rate, base: taxed.base, amount: taxed.amount }, terms)]
      : []),
    { step: 'total', amount: text(total) },
  ];
}

/** How the cart came to its total: subtotal → code → shipping → taxes. */
export function explainCart(
  totals: Totals,
  shipping: { code: string; label: string } | null,
  taxes: readonly TaxSummary[],
  terms: ExplanationTerms
): PriceStep[] {
  const text = textIn(terms.currency);
  return [
    { step: 'subtotal', amount: text(totals.subtotal) },
    ...discountStep(totals.discount, terms),
    ...(shipping
      ? [{ step: 'shipping', ...shipping, amount: text(totals.shipping) } as const]
      : []),
    ...taxes.map((tax) => taxStep(tax, terms)),
    { step: 'total', amount: text(totals.total) },
  ];
}

function saleStep(
  { line, regularPrice, unitPrice }: LineToExplain,
  text: (amount: Amount) => string
): PriceStep[] {
  if (!unitPrice || !regularPrice || unitPrice.eq(regularPrice)) return [];
  const change = unitPrice.minus(regularPrice).times(line.quantity);
  return [{ step: 'sale', unitPrice: text(unitPrice), amount: text(change) }];
}

function discountStep(amount: Amount, { discountCode, currency }: ExplanationTerms): PriceStep[] {
  if (discountCode === null || amount.isZero()) return [];
  const taken = textIn(currency)(amount.negated());
  return [{ step: 'discount_code', code: discountCode, amount: taken }];
}

function taxStep(
  { label, rate, base, amount }: TaxSummary,
  { currency, taxIncluded }: ExplanationTerms
): PriceStep {
  const text = textIn(currency);
  return {
    step: 'tax',
    label,
    rate,
    base: text(base),
    included: taxIncluded,
    amount: text(amount),
  };
}

const textIn = (currency: string) => (amount: Amount) => formatAmount(amount, currency);
