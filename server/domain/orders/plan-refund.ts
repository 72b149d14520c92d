import { CommerceError, invalidInput } from '../errors';
import { allocate } from '../money/allocate';
import { formatAmount } from '../money/format';
import { type Amount, ZERO } from '../money/money';
import { sumAmounts } from '../money/sum-amounts';
import { beginOperation, openAmount } from '../payments/operations';
import type { OperationKind, Payment } from '../payments/payment';
import { balanceOf } from './balance';
import type { Order } from './order';
import { statusNotAllowed } from './order-status';
import type { Refund, RefundedLine } from './refund';
import { refundedLine } from './refunded-line';
import { unitsOf } from './units';

/** What staff want to give back: everything, an amount for no reason of its own, or units and shipping. */
export type RefundWish =
  | { kind: 'all' }
  | { kind: 'amount'; amount: Amount }
  | {
      kind: 'parts';
      lines: readonly { lineId: string; quantity: number }[];
      /** null: none of it; without its tax where prices come without. */
      shipping: Amount | 'all' | null;
    };

export interface RefundTerms {
  id: string;
  by: string;
  reason: string | null;
  restock: boolean;
  at: Date;
  /** When somebody else may ask the provider again. */
  retryAt: Date;
  can: (provider: string, kind: OperationKind) => boolean;
  /** Whether a provider gives back less than all of a payment. */
  partly: (provider: string) => boolean;
}

/**
 * Writes down a refund and what is asked of which payment, the latest first. Never more than was captured, less what
 * went back or was asked to. It decides only; the caller saves it before anybody is asked.
 *
 * @throws CommerceError status_not_allowed, item_not_found, invalid_quantity, invalid_amount `{max}`
 */
export function planRefund(order: Order, wish: RefundWish, terms: RefundTerms): Order {
  const available = refundable(order);
  const parts = partsOf(order, wish, available);
  const { amount, lines } = parts;
  if (available.isZero() && amount.gt(0))
    throw statusNotAllowed(order.paymentStatus, 'refunded', []);
  if (amount.gt(available)) throw tooMuch(amount, available, order);
  if (amount.isZero() && lines.length === 0) {
    throw statusNotAllowed(order.paymentStatus, 'refunded', []);
  }
  const { payments, operations } = askPayments(order, amount, terms);
  const refund: Refund = {
    id: terms.id,
    at: terms.at.toISOString(),
    by: terms.by,
    reason: terms.reason,
    status: 'pending',
    restock: terms.restock,
    creditNote: null,
    operations,
    ...parts,
  };
  return { ...order, payments, refunds: [...order.refunds, refund] };
}

/** What can still be given back. */
export function refundable({ payments }: Pick<Order, 'payments'>): Amount {
  return sumAmounts(payments.map((payment) => openAmount(payment, 'refund')));
}

type Parts = Pick<Refund, 'amount' | 'tax' | 'lines' | 'shipping' | 'overpaid'>;

function partsOf(order: Order, wish: RefundWish, available: Amount): Parts {
  if (wish.kind === 'amount') return amountAlone(order, wish.amount);
  if (wish.kind === 'all') return everything(order, available);
  const lines = wish.lines.map(({ lineId, quantity }, index) => {
    const line = order.lines.find(({ id }) => id === lineId);
    if (!line) throw new CommerceError('item_not_found', 'This order has no such item');
    const left = line.quantity - unitsOf(order, line).refunded;
    if (quantity > left) throw tooMany(`lines.${index}.quantity`, left);
    return refundedLine(order, line, quantity);
  });
  const shipping = shippingPart(order, wish.shipping);
  return {
    amount: sumAmounts([...lines.map(({ amount }) => amount), shipping.charged]),
    tax: sumAmounts([...lines.map(({ tax }) => tax), shipping.tax]),
    lines,
    shipping: shipping.amount,
    overpaid: ZERO,
  };
}

/** All that is left of the lines and the shipping. What was given back for nothing in particular is not given again. */
function everything(order: Order, available: Amount): Parts {
  const rest = order.lines.flatMap((line) => {
    const left = line.quantity - unitsOf(order, line).refunded;
    return left > 0 ? [refundedLine(order, line, left)] : [];
  });
  const shipping = shippingPart(order, 'all');
  const worth = [...rest.map(({ amount }) => amount), shipping.charged];
  const sum = sumAmounts(worth);
  if (sum.lte(available)) {
    const overpaid = available.minus(sum);
    const tax = sumAmounts([...rest.map((line) => line.tax), shipping.tax]);
    return { amount: available, tax, lines: rest, shipping: shipping.amount, overpaid };
  }
  if (available.isZero()) throw statusNotAllowed(order.paymentStatus, 'refunded', []);
  const scaled = allocate(available, worth, order.currency);
  const lines = rest.map((line, index): RefundedLine => {
    const amount = scaled[index] ?? ZERO;
    return { ...line, amount, tax: shareOf(line.tax, amount, line.amount, order) };
  });
  const charged = scaled.at(-1) ?? ZERO;
  const shippingTax = shareOf(shipping.tax, charged, shipping.charged, order);
  return {
    amount: available,
    tax: sumAmounts([...lines.map(({ tax }) => tax), shippingTax]),
    lines,
    shipping: order.totals.taxIncluded ? charged : charged.minus(shippingTax),
    overpaid: ZERO,
  };
}

/** First what was paid too much; the rest has its share of the tax that is left. */
export function amountAlone(order: Order, amount: Amount): Parts {
  const { overpaid: tooMuchPaid } = balanceOf(order);
  const overpaid = tooMuchPaid.lt(amount) ? tooMuchPaid : amount;
  const credit = amount.minus(overpaid);
  return { amount, tax: taxInside(order, credit), lines: [], shipping: ZERO, overpaid };
}

/** The part of the order's tax that an amount gives back: all that is left of it with all that is left. */
function taxInside(order: Order, amount: Amount): Amount {
  const given = order.refunds.filter(({ status }) => status !== 'refused');
  const worth = order.totals.total.minus(
    sumAmounts(given.map((refund) => refund.amount.minus(refund.overpaid)))
  );
  const tax = order.totals.tax.minus(sumAmounts(given.map((refund) => refund.tax)));
  if (tax.lte(0) || worth.lte(0)) return ZERO;
  return shareOf(tax, amount.lt(worth) ? amount : worth, worth, order);
}

/** Shipping with its tax, as far as it was not given back. */
function shippingPart(order: Order, wanted: Amount | 'all' | null) {
  const given = order.refunds.filter(({ status }) => status !== 'refused');
  const left = atLeast0(
    order.totals.shipping.minus(sumAmounts(given.map(({ shipping }) => shipping)))
  );
  const amount = wanted === 'all' ? left : (wanted ?? ZERO);
  if (amount.gt(left)) throw tooMuch(amount, left, order, 'shipping');
  const whole = order.shippingOption?.tax ?? ZERO;
  const taxBefore = shareOf(whole, order.totals.shipping.minus(left), order.totals.shipping, order);
  const taxUpTo = shareOf(
    whole,
    order.totals.shipping.minus(left).plus(amount),
    order.totals.shipping,
    order
  );
  const tax = taxUpTo.minus(taxBefore);
  return { amount, tax, charged: order.totals.taxIncluded ? amount : amount.plus(tax) };
}

/** `whole` × part ÷ of, to the minor unit; all of it for all. */
function shareOf(whole: Amount, part: Amount, of: Amount, { currency }: Order): Amount {
  if (part.isZero() || of.isZero()) return ZERO;
  const [share = ZERO] = allocate(whole, [part, of.minus(part)], currency);
  return share;
}

function askPayments(order: Order, amount: Amount, terms: RefundTerms) {
  let rest = amount;
  const operations: string[] = [];
  const payments = [...order.payments].reverse().map((payment): Payment => {
    const part = partFrom(payment, rest, terms);
    if (part.isZero()) return payment;
    rest = rest.minus(part);
    const { by, reason, at, retryAt } = terms;
    const asked = beginOperation(
      payment,
      { kind: 'refund', amount: part, by, reason },
      { at, retryAt }
    );
    operations.push(asked.operations.at(-1)?.id ?? '');
    return asked;
  });
  if (rest.gt(0)) throw statusNotAllowed(order.paymentStatus, 'refunded', []);
  return { payments: payments.reverse(), operations };
}

/** What one payment gives back of an amount: nothing when its provider cannot, or not in parts. */
function partFrom(payment: Payment, wanted: Amount, { can, partly }: RefundTerms): Amount {
  const open = openAmount(payment, 'refund');
  const part = wanted.lt(open) ? wanted : open;
  if (!can(payment.provider, 'refund')) return ZERO;
  return partly(payment.provider) || part.eq(payment.captured) ? part : ZERO;
}

function tooMuch(amount: Amount, most: Amount, { currency }: Order, path = 'amount') {
  const [wanted, max] = [formatAmount(amount, currency), formatAmount(most, currency)];
  return new CommerceError('invalid_amount', `${wanted} is more than the ${max} that are left`, {
    path,
    max,
  });
}

function tooMany(path: string, left: number): CommerceError {
  const { message, details } = invalidInput(path, `must be at most ${left}: no more are left`);
  return new CommerceError('invalid_quantity', message, details);
}

const atLeast0 = (amount: Amount): Amount => (amount.gt(0) ? amount : ZERO);
