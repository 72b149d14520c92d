import type { AdminOrderDto } from '../contracts/orders';
import type { AdminPaymentDto, OrderEditDto, RefundDto, ThingToSellDto } from '../contracts/staff';
import { formatAmount } from '../domain/money/format';
import { ZERO } from '../domain/money/money';
import type { Order } from '../domain/orders/order';
import type { Standing } from '../domain/orders/possible-steps';
import type { Refund } from '../domain/orders/refund';
import type { Payment } from '../domain/payments/payment';
import type { EditedOrder } from '../services/order-edits';
import type { ThingToSell } from '../services/things-to-sell';
import { presentShippingOption, presentTotals } from './present-cart';
import { presentSnapshot } from './present-order';

/** An order as staff see it, with what can be done about it. */
export function presentAdminOrder(
  order: Order,
  standing: Standing,
  { explain = true } = {}
): AdminOrderDto {
  const { currency } = order;
  const { markAsPaid, ...can } = standing.can;
  const snapshot = presentSnapshot(order, explain);
  return {
    number: order.number,
    ...snapshot,
    documentId: order.documentId,
    revision: order.revision,
    source: order.source,
    account: order.account,
    paymentMethod: order.paymentMethod,
    items: snapshot.items.map((item, index) => ({
      ...item,
      ...madeOf(order.lines[index]),
      ...(standing.lines.get(item.id) ?? { toShip: 0, refundable: 0 }),
    })),
    payments: order.payments.map((payment) => presentPaymentOf(payment, standing, currency)),
    refunds: order.refunds.map((refund) => presentRefund(refund, currency)),
    amountDue: formatAmount(standing.due, currency),
    overpaid: formatAmount(standing.overpaid, currency),
    refundable: formatAmount(standing.refundable, currency),
    history: order.history,
    holdExpiresAt: order.holdExpiresAt?.toISOString() ?? null,
    termsAcceptedAt: order.termsAcceptedAt?.toISOString() ?? null,
    canMarkAsPaid: markAsPaid,
    can,
  };
}

export function presentRefund(refund: Refund, currency: string): RefundDto {
  const { id, at, by, reason, status, restock, creditNote } = refund;
  return {
    ...{ id, at, by, reason, status, restock, creditNote },
    amount: formatAmount(refund.amount, currency),
    tax: formatAmount(refund.tax, currency),
    shipping: formatAmount(refund.shipping, currency),
    overpaid: formatAmount(refund.overpaid, currency),
    lines: refund.lines.map(({ lineId, sku, description, quantity, amount, discount, tax }) => ({
      itemId: lineId,
      sku,
      description,
      quantity,
      amount: formatAmount(amount, currency),
      discount: formatAmount(discount, currency),
      tax: formatAmount(tax, currency),
    })),
  };
}

export function presentEdit(
  { before, order, shippingOptions }: EditedOrder,
  standing: Standing
): OrderEditDto {
  return {
    before: presentTotals(before.totals, order.currency),
    order: presentAdminOrder(order, standing),
    difference: formatAmount(order.totals.total.minus(before.totals.total), order.currency),
    shippingOptions: shippingOptions.map((option) => presentShippingOption(option, order.currency)),
  };
}

export function presentThing(
  { thing, price, unitPrice, onSale, obstacle }: ThingToSell,
  currency: string
): ThingToSellDto {
  const { type, documentId, sku, description, options, image, stock } = thing;
  return {
    ...{ type, documentId, sku, description, options, image, onSale },
    unitPrice: price && formatAmount(price, currency),
    regularPrice: unitPrice && formatAmount(unitPrice, currency),
    available: stock,
    obstacle: obstacle?.code ?? null,
  };
}

function madeOf(line: Order['lines'][number] | undefined) {
  return { type: line?.type ?? '', documentId: line?.documentId ?? '', data: line?.data ?? null };
}

function presentPaymentOf(
  payment: Payment,
  { payments }: Standing,
  currency: string
): AdminPaymentDto {
  const { documentId: id, provider, reference, status, reason } = payment;
  const { capturable = ZERO, voidable = ZERO } = payments.get(id) ?? {};
  return {
    ...{ id, provider, reference, status, reason },
    amount: formatAmount(payment.amount, currency),
    authorized: formatAmount(payment.authorized, currency),
    captured: formatAmount(payment.captured, currency),
    refunded: formatAmount(payment.refunded, currency),
    capturable: formatAmount(capturable, currency),
    voidable: formatAmount(voidable, currency),
    operations: payment.operations.map(({ amount, attempts: _, ...operation }) => ({
      ...operation,
      amount: formatAmount(amount, currency),
    })),
  };
}
