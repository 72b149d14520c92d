import type { LineData } from '../cart/line-copy';
import type { OptionChoice } from '../catalogue/sellable';
import { formatAmount } from '../money/format';
import { money } from '../money/money';

/** The tax that a line, or an amount, carries. */
export interface TaxName {
  label: string;
  rate: string;
}

export interface InvoiceLine {
  description: string;
  sku: string | null;
  options: OptionChoice[];
  data: LineData | null;
  quantity: number;
  /** null where an amount stands for itself. */
  unitPrice: string | null;
  /** Before discount; the amounts of all lines add up to `subtotal`. */
  amount: string;
  tax: TaxName | null;
}

/**
 * The figures of an invoice or a credit note, in the wire form: `total = subtotal − discount + shipping + tax`, without
 * "+ tax" when the amounts include it, to the last cent (rules 1.5). Those of a credit note are negative.
 */
export interface Figures {
  lines: InvoiceLine[];
  subtotal: string;
  discount: string;
  discountCode: string | null;
  /** null when nothing is shipped. */
  shipping: { label: string | null; amount: string } | null;
  taxes: (TaxName & { base: string; amount: string })[];
  tax: string;
  taxIncluded: boolean;
  total: string;
  /** Of the total, when the document was issued. */
  paid: string;
  due: string;
}

/** The same figures, taken back. Nothing of it is paid or due. */
export function negatedFigures(figures: Figures, currency: string): Figures {
  const negated = (amount: string) => formatAmount(money(amount).negated(), currency);
  const zero = formatAmount(money(0), currency);
  return {
    ...figures,
    lines: figures.lines.map((line) => ({ ...line, amount: negated(line.amount) })),
    subtotal: negated(figures.subtotal),
    discount: negated(figures.discount),
    shipping: figures.shipping && { ...figures.shipping, amount: negated(figures.shipping.amount) },
    taxes: figures.taxes.map((tax) => ({
      ...tax,
      base: negated(tax.base),
      amount: negated(tax.amount),
    })),
    tax: negated(figures.tax),
    total: negated(figures.total),
    paid: zero,
    due: zero,
  };
}
