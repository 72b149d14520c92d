import { allocate } from '../money/allocate';
import { formatAmount } from '../money/format';
import { type Amount, money, ZERO } from '../money/money';
import { roundAmount, type RoundingMode } from '../money/rounding';
import { sumAmounts } from '../money/sum-amounts';
import type { Order } from '../orders/order';
import type { Refund } from '../orders/refund';
import { type Bill, type BillLine, negatedBill, type TaxName } from './bill';
import { taxOfLine } from './build-invoice';

/** What a part of a refund gives back, and the tax in it. */
interface Part {
  line: Omit<BillLine, 'amount' | 'tax'>;
  amount: Amount;
  taxes: Share[];
}

/** The tax of one rate, and what it is contained in. */
interface Share {
  name: TaxName;
  base: Amount;
  tax: Amount;
}

export interface CreditTerms {
  /**
   * The most that is still billed and no longer paid for. A refund of an overpayment (an edit made the order cheaper, and
   * its new invoice says so already) is not credited a second time.
   */
  most: Amount;
  /** In words: "Refund". */
  refundWord: string;
  roundingMode?: RoundingMode;
}

/**
 * The figures of the credit note over a refund; null when there is nothing to credit. Amounts contain their tax, as in
 * the refund. A part without a tax of its own (a free amount, one given back in the provider's back office) contains the
 * taxes in the proportion in which the invoice does: 10.00 of 119.00 with 19.00 tax → 1.60.
 */
export function creditRefund(
  order: Order,
  refund: Refund,
  invoice: Bill,
  terms: CreditTerms
): Bill | null {
  const credited = refund.amount.gt(terms.most) ? terms.most : refund.amount;
  if (credited.lte(0)) return null;
  const whole = credited.eq(refund.amount);
  const parts = whole ? partsOf(order, refund, invoice, terms) : [];
  const rest = credited.minus(sumAmounts(parts.map(({ amount }) => amount)));
  if (!rest.isZero()) parts.push(freeAmount(rest, order, invoice, terms));
  return negatedBill(billOf(parts, order), order.currency);
}

/** What is left of an invoice, in one sum: a part of it was credited before. */
export function creditRest(rest: Amount, order: Order, invoice: Bill, terms: CreditTerms): Bill {
  return negatedBill(billOf([freeAmount(rest, order, invoice, terms)], order), order.currency);
}

function partsOf(order: Order, refund: Refund, invoice: Bill, terms: CreditTerms): Part[] {
  const parts: Part[] = refund.lines.map((refunded) => {
    const line = order.lines.find(({ id }) => id === refunded.lineId);
    const name = line ? taxOfLine(line) : null;
    return {
      line: {
        description: refunded.description,
        sku: refunded.sku,
        options: line?.options ?? [],
        data: line?.data ?? null,
        quantity: refunded.quantity,
        unitPrice: null,
      },
      amount: refunded.amount,
      taxes: name
        ? [{ name, base: refunded.amount, tax: refunded.tax }]
        : share(refunded.amount, refunded.tax, invoice.taxes, order, invoice),
    };
  });
  if (refund.shipping.isZero()) return parts;
  const ofLines = sumAmounts(refund.lines.map(({ tax }) => tax));
  const free = refund.amount
    .minus(sumAmounts(refund.lines.map(({ amount }) => amount)))
    .minus(refund.shipping);
  // The tax beside that of the lines is that of shipping, unless a free amount goes with it.
  const tax = free.isZero() ? refund.tax.minus(ofLines) : portion(refund.shipping, invoice, terms, order.currency);
  parts.push({
    line: { ...ALONE, description: order.shippingOption?.label ?? terms.refundWord },
    amount: refund.shipping,
    taxes: share(refund.shipping, tax, shippingTaxes(order, invoice), order, invoice),
  });
  return parts;
}

const ALONE = { sku: null, options: [], data: null, quantity: 1, unitPrice: null };

function freeAmount(amount: Amount, order: Order, invoice: Bill, terms: CreditTerms): Part {
  const tax = portion(amount, invoice, terms, order.currency);
  return {
    line: { ...ALONE, description: terms.refundWord },
    amount,
    taxes: share(amount, tax, invoice.taxes, order, invoice),
  };
}

/** The tax in an amount that contains as much of it as the invoice does. */
function portion(amount: Amount, invoice: Bill, terms: CreditTerms, currency: string): Amount {
  const total = money(invoice.total);
  if (total.isZero()) return ZERO;
  return roundAmount(amount.times(money(invoice.tax)).dividedBy(total), currency, terms.roundingMode);
}

/** A tax of no rate of its own: over rates of the invoice, by their amounts; what contains it, by what they are in. */
function share(
  amount: Amount,
  tax: Amount,
  rates: Bill['taxes'],
  { currency }: Order,
  { taxIncluded, total }: Bill
): Share[] {
  if (rates.length === 0) return [];
  const gross = rates.map((rate) =>
    taxIncluded ? money(rate.base) : money(rate.base).plus(money(rate.amount))
  );
  const untaxed = rates.length === 1 ? ZERO : money(total).minus(sumAmounts(gross));
  const bases = allocate(amount, [...gross, untaxed.gt(0) ? untaxed : ZERO], currency);
  const taxes = allocate(tax, rates.map((rate) => money(rate.amount)), currency);
  return rates.map(({ label, rate }, index) => ({
    name: { label, rate },
    base: bases[index] ?? ZERO,
    tax: taxes[index] ?? ZERO,
  }));
}

/** The taxes of the invoice that no line of the order carries. */
function shippingTaxes({ lines, currency }: Order, { taxes }: Bill): Bill['taxes'] {
  const left = taxes.flatMap((tax) => {
    const ofLines = lines.filter((line) => {
      const name = taxOfLine(line);
      return name?.label === tax.label && name.rate === tax.rate;
    });
    const rest = money(tax.amount).minus(sumAmounts(ofLines.map((line) => line.tax)));
    return rest.gt(0) ? [{ ...tax, amount: formatAmount(rest, currency) }] : [];
  });
  return left.length > 0 ? left : taxes;
}

function billOf(parts: Part[], { currency }: Order): Bill {
  const text = (amount: Amount) => formatAmount(amount, currency);
  const total = sumAmounts(parts.map(({ amount }) => amount));
  const taxes = new Map<string, Share>();
  for (const { name, base, tax } of parts.flatMap((part) => part.taxes)) {
    const key = `${name.label}\n${name.rate}`;
    const soFar = taxes.get(key) ?? { name, base: ZERO, tax: ZERO };
    taxes.set(key, { name, base: soFar.base.plus(base), tax: soFar.tax.plus(tax) });
  }
  const rows = [...taxes.values()].filter(({ tax }) => !tax.isZero());
  return {
    lines: parts.map(({ line, amount, taxes: [first, ...others] }) => ({
      ...line,
      amount: text(amount),
      tax: first && others.length === 0 ? first.name : null,
    })),
    subtotal: text(total),
    discount: text(ZERO),
    discountCode: null,
    shipping: null,
    taxes: rows.map(({ name, base, tax }) => ({ ...name, base: text(base), amount: text(tax) })),
    tax: text(sumAmounts(rows.map(({ tax }) => tax))),
    taxIncluded: true,
    total: text(total),
    paid: text(ZERO),
    due: text(ZERO),
  };
}
