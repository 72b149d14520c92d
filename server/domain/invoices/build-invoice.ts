import { formatAmount } from '../money/format';
import type { Amount } from '../money/money';
import { sumAmounts } from '../money/sum-amounts';
import type { Order, OrderLine } from '../orders/order';
import type { Figures, TaxName } from './figures';

/**
 * The figures of an order's invoice: those of the snapshot, copied. It computes nothing anew, so the invoice adds up as
 * the order does. `paid` is what was taken, also when it was given back since: that is a credit note's business.
 */
export function buildInvoice(order: Order): Figures {
  const { totals, currency } = order;
  const text = (amount: Amount) => formatAmount(amount, currency);
  const captured = sumAmounts(order.payments.map((payment) => payment.captured));
  const paid = captured.gt(totals.total) ? totals.total : captured;
  const shipped = order.shippingOption !== null || !totals.shipping.isZero();
  return {
    lines: order.lines.map((line) => ({
      description: line.description,
      sku: line.sku,
      options: line.options,
      data: line.data,
      quantity: line.quantity,
      unitPrice: text(line.unitPrice),
      amount: text(line.lineTotal),
      tax: taxOfLine(line),
    })),
    subtotal: text(totals.subtotal),
    discount: text(totals.discount),
    discountCode: order.discountCode?.code ?? null,
    shipping: shipped
      ? { label: order.shippingOption?.label ?? null, amount: text(totals.shipping) }
      : null,
    taxes: order.taxes.map(({ label, rate, base, amount }) => ({
      label,
      rate,
      base: text(base),
      amount: text(amount),
    })),
    tax: text(totals.tax),
    taxIncluded: totals.taxIncluded,
    total: text(totals.total),
    paid: text(paid),
    due: text(totals.total.minus(paid)),
  };
}

/** By which rate a line was taxed: what the order was explained with is frozen with it. */
export function taxOfLine({ explanation }: Pick<OrderLine, 'explanation'>): TaxName | null {
  for (const step of explanation) {
    if (step.step === 'tax') return { label: step.label, rate: step.rate };
  }
  return null;
}
