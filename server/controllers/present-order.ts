import type { OrderDto, PaymentAnswerDto } from '../contracts/orders';
import { formatAmount } from '../domain/money/format';
import type { Order } from '../domain/orders/order';
import { presentShippingOption, presentTaxes, presentTotals } from './present-cart';

/** An order as its shopper sees it; `token` is its secret link. With `explain` each figure says how it came about. */
export function presentOrder(order: Order, token: string, { explain = false } = {}): OrderDto {
  return { number: order.number, token, ...presentSnapshot(order, explain) };
}

export function presentPayment({ payments }: Order): PaymentAnswerDto {
  const last = payments.at(-1);
  if (!last) return { status: 'paid' };
  return {
    status: last.status,
    ...(last.action ? { action: last.action } : {}),
    ...(last.reason ? { reason: last.reason } : {}),
  };
}

/** What shopper and staff see alike. */
export function presentSnapshot(order: Order, explain = false): Omit<OrderDto, 'number' | 'token'> {
  const { currency } = order;
  return {
    placedAt: order.placedAt.toISOString(),
    currency,
    email: order.email,
    status: order.status,
    paymentStatus: order.paymentStatus,
    fulfilmentStatus: order.fulfilmentStatus,
    items: order.lines.map((line) => ({
      id: line.id,
      sku: line.sku,
      description: line.description,
      options: line.options,
      quantity: line.quantity,
      unitPrice: formatAmount(line.unitPrice, currency),
      lineTotal: formatAmount(line.lineTotal, currency),
      discount: formatAmount(line.discount, currency),
      tax: formatAmount(line.tax, currency),
      total: formatAmount(line.total, currency),
      image: line.image,
      url: line.url,
      ...(explain ? { explanation: line.explanation } : {}),
    })),
    billing: order.billing,
    shipping: order.shipping,
    instructions: order.instructions,
    discountCode: order.discountCode,
    shippingOption: order.shippingOption && presentShippingOption(order.shippingOption, currency),
    totals: presentTotals(order.totals, currency),
    taxes: presentTaxes(order.taxes, currency),
    ...(explain ? { explanation: order.explanation } : {}),
    payments: order.payments.map(({ provider, reference, status, amount, refunded }) => ({
      provider,
      reference,
      status,
      amount: formatAmount(amount, currency),
      refunded: formatAmount(refunded, currency),
    })),
    fulfilments: order.fulfilments,
    invoice: order.invoice && {
      number: order.invoice.number,
      issuedAt: order.invoice.issuedAt.toISOString(),
    },
  };
}
