import { allocate } from '../money/allocate';
import { formatAmount } from '../money/format';
import { type Amount, money, ZERO } from '../money/money';
import { roundAmount, type RoundingMode } from '../money/rounding';
import { sumAmounts } from '../money/sum-amounts';
import type { Order } from '../orders/order';
import type { Refund, RefundedLine } from '../orders/refund';
import { type Figures, type InvoiceLine, negatedFigures, type TaxName } from './figures';
import { taxOfLine } from './build-invoice';

/** What a part of a refund gives back, and the tax in it. */
interface Part {
  line: Omit<InvoiceLine, 'amount' | 'tax'>;
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
  /** What the documents of the order still ask for: no more than that can be credited. */
  most: Amount;
  /** In words: "Refund". */
  refundWord: string;
  roundingMode?: RoundingMode;
}

/**
 * The figures of the credit note over a refund; null when there is nothing to credit. Amounts contain their tax. What
 * was paid too much was invoiced to nobody, and is left out. The rest of a refund beside its lines is its shipping, or an
 * amount for no line; its tax goes over the rates of the invoice.
 */
export function creditRefund(
  order: Order,
  refund: Refund,
  invoice: Figures,
  terms: CreditTerms
): Figures | null {
  const wanted = refund.amount.minus(refund.overpaid);
  const credited = wanted.gt(terms.most) ? terms.most : wanted;
  if (credited.lte(0)) return null;
  if (!credited.eq(wanted)) return creditRest(credited, order, invoice, terms);
  const parts = refund.lines.map((line) => linePart(line, order, invoice));
  const rest = wanted.minus(sumAmounts(parts.map(({ amount }) => amount)));
  if (!rest.isZero()) parts.push(restPart(rest, refund, order, invoice, terms));
  return negatedFigures(figuresOf(parts, order), order.currency);
}

/** What is left of an invoice, in one sum: a part of it was credited before. */
export function creditRest(
  rest: Amount,
  order: Order,
  invoice: Figures,
  terms: CreditTerms
): Figures {
  return negatedFigures(
    figuresOf([freeAmount(rest, order, invoice, terms)], order),
    order.currency
  );
}

function linePart(refunded: RefundedLine, order: Order, invoice: Figures): Part {
  const line = order.lines.find(({ id }) => id === refunded.lineId);
  const name = line ? taxOfLine(line) : null;
  const { amount, tax } = refunded;
  return {
    line: {
      description: refunded.description,
      sku: refunded.sku,
      options: line?.options ?? [],
      data: line?.data ?? null,
      quantity: refunded.quantity,
      unitPrice: null,
    },
    amount,
    taxes: name ? [{ name, base: amount, tax }] : share(amount, tax, invoice.taxes, order, invoice),
  };
}

function restPart(
  rest: Amount,
  refund: Refund,
  order: Order,
  invoice: Figures,
  { refundWord }: CreditTerms
): Part {
  const tax = refund.tax.minus(sumAmounts(refund.lines.map((line) => line.tax)));
  const shipped = !refund.shipping.isZero();
  const rates = shipped ? shippingTaxes(order, invoice) : invoice.taxes;
  const description = (shipped ? order.shippingOption?.label : null) ?? refundWord;
  return {
    line: { ...ALONE, description },
    amount: rest,
    taxes: share(rest, tax, rates, order, invoice),
  };
}

const ALONE = { sku: null, options: [], data: null, quantity: 1, unitPrice: null };

function freeAmount(amount: Amount, order: Order, invoice: Figures, terms: CreditTerms): Part {
  const tax = portion(amount, invoice, terms, order.currency);
  return {
    line: { ...ALONE, description: terms.refundWord },
    amount,
    taxes: share(amount, tax, invoice.taxes, order, invoice),
  };
}

/** The tax in an amount that contains as much of it as the invoice does. */
function portion(amount: Amount, invoice: Figures, terms: CreditTerms, currency: string): Amount {
  const total = money(invoice.total);
  if (total.isZero()) return ZERO;
  return roundAmount(
    amount.times(money(invoice.tax)).dividedBy(total),
    currency,
    terms.roundingMode
  );
}

/** A tax of no rate of its own: over rates of the invoice, by their amounts; what contains it, by what they are in. */
function share(
  amount: Amount,
  tax: Amount,
  rates: Figures['taxes'],
  { currency }: Order,
  { taxIncluded, total }: Figures
): Share[] {
  if (rates.length === 0) return [];
  const gross = rates.map((rate) =>
    taxIncluded ? money(rate.base) : money(rate.base).plus(money(rate.amount))
  );
  const untaxed = rates.length === 1 ? ZERO : money(total).minus(sumAmounts(gross));
  const bases = allocate(amount, [...gross, untaxed.gt(0) ? untaxed : ZERO], currency);
  const taxes = allocate(
    tax,
    rates.map((rate) => money(rate.amount)),
    currency
  );
  return rates.map(({ label, rate }, index) => ({
    name: { label, rate },
    base: bases[index] ?? ZERO,
    tax: taxes[index] ?? ZERO,
  }));
}

/** The taxes of the invoice that no line of the order carries. */
function shippingTaxes({ lines, currency }: Order, { taxes }: Figures): Figures['taxes'] {
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

function figuresOf(parts: Part[], { currency }: Order): Figures {
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
