import { type Amount, money, ZERO } from '../../../server/domain/money/money';
import { sumAmounts } from '../../../server/domain/money/sum-amounts';
import { deriveOrder } from '../../../server/domain/orders/derive-order';
import type { Order, OrderLine } from '../../../server/domain/orders/order';
import type { Payment, PaymentOperation } from '../../../server/domain/payments/payment';

export const NOW = new Date('2026-07-01T12:00:00.000Z');
export const LATER = new Date('2026-07-01T12:02:00.000Z');

export interface LineWish {
  id?: string;
  unitPrice?: string | Amount;
  quantity?: number;
  discount?: string | Amount;
  tax?: string | Amount;
}

export interface OrderWish extends Partial<Omit<Order, 'lines' | 'totals' | 'payments'>> {
  lines?: LineWish[];
  /** Without its tax where prices come without. */
  shippingCosts?: string | Amount;
  shippingTax?: string | Amount;
  taxIncluded?: boolean;
  /** By how it went; `paid` unless said otherwise. */
  payments?: Partial<Payment>[];
}

/** An order whose figures add up, with its statuses derived: one mug for 20.00, paid by card, unless said otherwise. */
export function orderOf({
  lines: wishes = [{}],
  shippingCosts = '0',
  shippingTax = '0',
  taxIncluded = true,
  payments,
  ...wish
}: OrderWish = {}): Order {
  const lines = wishes.map((line, index) => lineOf(line, index, taxIncluded));
  const sum = (figure: 'lineTotal' | 'discount' | 'tax' | 'total') =>
    sumAmounts(lines.map((line) => line[figure]));
  const shipping = money(shippingCosts);
  const tax = sum('tax').plus(shippingTax);
  const total = sum('total')
    .plus(shipping)
    .plus(taxIncluded ? ZERO : money(shippingTax));
  const order: Order = {
    documentId: 'order',
    number: '7',
    revision: 0,
    cartDocumentId: null,
    source: 'shopper',
    placedAt: NOW,
    currency: 'EUR',
    locale: null,
    email: 'ada@example.com',
    account: null,
    status: 'open',
    paymentStatus: 'pending',
    fulfilmentStatus: 'unfulfilled',
    lines,
    billing: {},
    shipping: {},
    instructions: null,
    discountCode: null,
    shippingOption: shipping.isZero()
      ? null
      : { code: 'flat', label: 'Flat', amount: shipping, tax: money(shippingTax) },
    totals: {
      subtotal: sum('lineTotal'),
      discount: sum('discount'),
      shipping,
      tax,
      total,
      taxIncluded,
    },
    taxes: [],
    explanation: [],
    paymentMethod: 'card',
    payments: (payments ?? [{}]).map((payment, index) => paymentOf(payment, index, total)),
    fulfilments: [],
    refunds: [],
    termsAcceptedAt: null,
    invoice: null,
    history: [],
    holdExpiresAt: null,
    checkAt: null,
    ...wish,
  };
  return { ...deriveOrder(order, order, 'shopper', NOW), history: [] };
}

function lineOf(
  { id, unitPrice = '20', quantity = 1, discount = '0', tax = '0' }: LineWish,
  index: number,
  taxIncluded: boolean
): OrderLine {
  const price = money(unitPrice);
  const lineTotal = price.times(quantity);
  return {
    id: id ?? `line-${index}`,
    type: 'variation',
    documentId: `thing-${index}`,
    sku: `sku-${index}`,
    description: `Thing ${index}`,
    options: [],
    data: null,
    url: null,
    image: null,
    quantity,
    unitPrice: price,
    regularPrice: price,
    lineTotal,
    discount: money(discount),
    tax: money(tax),
    total: lineTotal.minus(discount).plus(taxIncluded ? ZERO : money(tax)),
    explanation: [],
  };
}

/** Captured in full, unless the status or the amounts say otherwise. */
export function paymentOf(wish: Partial<Payment>, index: number, total: Amount): Payment {
  const status = wish.status ?? 'paid';
  const amount = wish.amount ?? total;
  const authorized = ['paid', 'authorized', 'refunded'].includes(status) ? amount : ZERO;
  const captured = ['paid', 'refunded'].includes(status) ? amount : ZERO;
  return {
    documentId: `payment-${index}`,
    provider: 'card',
    reference: 'ref',
    status,
    amount,
    authorized,
    captured,
    refunded: status === 'refunded' ? amount : ZERO,
    attempts: 1,
    askedAt: null,
    action: null,
    reason: null,
    operations: [],
    ...wish,
  };
}

let operations = 0;

/** Asked of the provider, and not answered. */
export function operationOf(wish: Partial<PaymentOperation> = {}): PaymentOperation {
  return {
    id: `operation-${(operations += 1)}`,
    kind: 'refund',
    amount: money(1),
    status: 'asked',
    at: NOW.toISOString(),
    by: 'shop',
    retryAt: LATER.toISOString(),
    attempts: 0,
    reason: null,
    ...wish,
  };
}
