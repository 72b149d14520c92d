import type { PricedCart, PricedLine } from '../cart/priced-cart';
import { formatAmount } from '../money/format';
import { ZERO } from '../money/money';
import type { Payment } from '../payments/payment';
import type { Order, OrderLine, OrderSource } from './order';
import { nextCheck } from './next-check';
import { orderPaymentStatus } from './payment-status';

/** What an order gets besides what the cart knows. */
export interface PlacementFacts {
  documentId: string;
  number: string;
  /** One for each line. */
  lineIds: readonly string[];
  paymentDocumentId: string;
  /** null when there is nothing to pay. */
  paymentMethod: string | null;
  account: string | null;
  source: OrderSource;
  /** Who places it, for the history. */
  by: string;
  /** Whether the provider is asked for the money at once; else when the shopper comes by a payment link. */
  asks: boolean;
  locale: string | null;
  currency: string;
  placedAt: Date;
  holdExpiresAt: Date | null;
}

/**
 * Freezes a priced cart into an order (rule 8.5): words, prices, shares and addresses are copied, and nothing
 * refers back. It decides only; the caller saves.
 */
export function placeOrder(priced: PricedCart, facts: PlacementFacts): Order {
  const { cart, totals } = priced;
  const { details } = cart;
  const billing = details.billing ?? {};
  const payments: Payment[] = totals.total.isZero() ? [] : [newPayment(priced, facts)];
  const order: Order = {
    documentId: facts.documentId,
    number: facts.number,
    revision: 0,
    cartDocumentId: facts.source === 'staff' ? null : cart.documentId,
    source: facts.source,
    placedAt: facts.placedAt,
    currency: facts.currency,
    locale: facts.locale,
    email: details.email ?? '',
    account: facts.account,
    status: 'open',
    paymentStatus: orderPaymentStatus(totals.total, payments),
    fulfilmentStatus: 'unfulfilled',
    lines: priced.lines.map((line, index) => ({
      id: facts.lineIds[index] ?? '',
      ...toOrderLine(line),
    })),
    billing,
    shipping: details.sameAsBilling ? billing : (details.shipping ?? {}),
    instructions: details.instructions,
    discountCode: priced.discountCode && {
      ...priced.discountCode,
      amount: formatAmount(priced.discountCode.amount, facts.currency),
    },
    shippingOption: priced.shippingOption && {
      ...priced.shippingOption,
      tax: priced.shippingTax,
    },
    totals,
    taxes: priced.taxes,
    explanation: priced.explanation,
    paymentMethod: facts.paymentMethod,
    payments,
    fulfilments: [],
    refunds: [],
    termsAcceptedAt: details.termsAcceptedAt,
    invoice: null,
    history: [
      { at: facts.placedAt.toISOString(), by: facts.by, step: 'placed', from: null, to: 'open' },
    ],
    holdExpiresAt: payments.length > 0 ? facts.holdExpiresAt : null,
    checkAt: null,
  };
  return { ...order, checkAt: nextCheck(order) };
}

function newPayment({ totals }: PricedCart, facts: PlacementFacts): Payment {
  return {
    documentId: facts.paymentDocumentId,
    provider: facts.paymentMethod ?? '',
    reference: null,
    status: 'pending',
    amount: totals.total,
    authorized: ZERO,
    captured: ZERO,
    refunded: ZERO,
    attempts: 0,
    askedAt: facts.asks ? facts.placedAt : null,
    action: null,
    reason: null,
    operations: [],
  };
}

function toOrderLine({
  line,
  unitPrice,
  regularPrice,
  ...figures
}: PricedLine): Omit<OrderLine, 'id'> {
  const { id: _, lineKey: __, ...copy } = line;
  const { lineTotal, discount, tax, total, explanation } = figures;
  return {
    ...copy,
    unitPrice: unitPrice ?? ZERO,
    regularPrice: regularPrice ?? unitPrice ?? ZERO,
    lineTotal,
    discount,
    tax,
    total,
    explanation,
  };
}
