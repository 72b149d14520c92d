import type { Address } from '../../domain/cart/cart';
import { type Amount, ZERO } from '../../domain/money/money';
import type { Fulfilment, FulfilmentStatus } from '../../domain/orders/fulfilment-status';
import type { HistoryEntry, Order, OrderLine } from '../../domain/orders/order';
import type { OrderStatus } from '../../domain/orders/order-status';
import type { OrderPaymentStatus } from '../../domain/orders/payment-status';
import type { Refund, RefundedLine } from '../../domain/orders/refund';
import type { Payment, PaymentOperation, PaymentStatus } from '../../domain/payments/payment';
import type { PriceStep } from '../../domain/totals/explain';
import { lineCopyColumns, readLineCopy } from '../line-copies';
import {
  newDocument,
  readAmount,
  readDate,
  readJson,
  readText,
  writeAmount,
  writeJson,
} from '../values';
import { searchColumns } from './search-columns';

export type Row = Record<string, unknown>;

export function orderRow(order: Order, tokenHash: string, now: Date) {
  return {
    ...newDocument(now),
    ...statusColumns(order),
    ...snapshotColumns(order),
    document_id: order.documentId,
    number: order.number,
    revision: order.revision,
    token_hash: tokenHash,
    source: order.source,
    terms_accepted_at: order.termsAcceptedAt,
    placed_at: order.placedAt,
    account: order.account,
    order_locale: order.locale,
    currency: order.currency,
  };
}

/** What was ordered, for whom, and what it costs: only an edit changes it. */
export function snapshotColumns(order: Order) {
  return {
    email: order.email,
    total: writeAmount(order.totals.total),
    totals: writeJson(order.totals),
    taxes: writeJson(order.taxes),
    explanation: writeJson(order.explanation),
    billing: writeJson(order.billing),
    shipping: writeJson(order.shipping),
    instructions: order.instructions,
    discount_code: writeJson(order.discountCode),
    shipping_option: writeJson(order.shippingOption),
    ...searchColumns(order),
  };
}

export function statusColumns(order: Order) {
  return {
    status: order.status,
    payment_status: order.paymentStatus,
    fulfilment_status: order.fulfilmentStatus,
    fulfilments: writeJson(order.fulfilments),
    history: writeJson(order.history),
    invoice_number: order.invoice?.number ?? null,
    invoice_issued_at: order.invoice?.issuedAt ?? null,
    hold_expires_at: order.holdExpiresAt,
    check_at: order.checkAt,
    refunds: writeJson(order.refunds),
    cart_document_id: order.cartDocumentId,
    payment_method: order.paymentMethod,
  };
}

export function lineRow(orderDocumentId: string, line: OrderLine, position: number, now: Date) {
  return {
    ...newDocument(now),
    ...lineColumns(line, position),
    document_id: line.id,
    order_document_id: orderDocumentId,
  };
}

export function lineColumns(line: OrderLine, position: number) {
  return {
    position,
    ...lineCopyColumns(line),
    unit_price: writeAmount(line.unitPrice),
    regular_price: writeAmount(line.regularPrice),
    line_total: writeAmount(line.lineTotal),
    discount: writeAmount(line.discount),
    tax: writeAmount(line.tax),
    total: writeAmount(line.total),
    explanation: writeJson(line.explanation),
  };
}

export function paymentColumns(payment: Payment) {
  return {
    provider: payment.provider,
    reference: payment.reference,
    status: payment.status,
    amount: writeAmount(payment.amount),
    amount_authorized: writeAmount(payment.authorized),
    amount_captured: writeAmount(payment.captured),
    amount_refunded: writeAmount(payment.refunded),
    attempts: payment.attempts,
    asked_at: payment.askedAt,
    action: writeJson(payment.action),
    reason: payment.reason,
    operations: writeJson(payment.operations),
  };
}

/** Amounts inside JSON are decimal strings. */
type InJson<Value> = { [Key in keyof Value]: Value[Key] extends Amount ? string : Value[Key] };

export function toOrder(row: Row, lines: OrderLine[], payments: Payment[]): Order {
  const totals = readJson<InJson<Order['totals']>>(row.totals);
  const shipping = readJson<InJson<NonNullable<Order['shippingOption']>>>(row.shipping_option);
  const issuedAt = readDate(row.invoice_issued_at);
  return {
    documentId: String(row.document_id),
    number: String(row.number),
    revision: Number(row.revision ?? 0),
    cartDocumentId: readText(row.cart_document_id),
    source: row.source === 'staff' ? 'staff' : 'shopper',
    placedAt: readDate(row.placed_at) ?? new Date(0),
    currency: String(row.currency),
    locale: readText(row.order_locale),
    email: readText(row.email) ?? '',
    account: readText(row.account),
    status: row.status as OrderStatus,
    paymentStatus: row.payment_status as OrderPaymentStatus,
    fulfilmentStatus: row.fulfilment_status as FulfilmentStatus,
    lines,
    billing: readJson<Address>(row.billing) ?? {},
    shipping: readJson<Address>(row.shipping) ?? {},
    instructions: readText(row.instructions),
    discountCode: readJson<Order['discountCode']>(row.discount_code),
    shippingOption: shipping && {
      ...shipping,
      amount: amount(shipping.amount),
      tax: amount(shipping.tax),
    },
    totals: {
      subtotal: amount(totals?.subtotal),
      discount: amount(totals?.discount),
      shipping: amount(totals?.shipping),
      tax: amount(totals?.tax),
      total: amount(totals?.total),
      taxIncluded: totals?.taxIncluded ?? false,
    },
    taxes: (readJson<InJson<Order['taxes'][number]>[]>(row.taxes) ?? []).map((tax) => ({
      ...tax,
      base: amount(tax.base),
      amount: amount(tax.amount),
    })),
    explanation: readJson<PriceStep[]>(row.explanation) ?? [],
    paymentMethod: readText(row.payment_method),
    payments,
    fulfilments: readJson<Fulfilment[]>(row.fulfilments) ?? [],
    refunds: toRefunds(row.refunds),
    termsAcceptedAt: readDate(row.terms_accepted_at),
    invoice:
      row.invoice_number && issuedAt ? { number: String(row.invoice_number), issuedAt } : null,
    history: readJson<HistoryEntry[]>(row.history) ?? [],
    holdExpiresAt: readDate(row.hold_expires_at),
    checkAt: readDate(row.check_at),
  };
}

export function toLine(row: Row): OrderLine {
  return {
    ...readLineCopy(row),
    id: String(row.document_id),
    unitPrice: amount(row.unit_price),
    regularPrice: amount(row.regular_price),
    lineTotal: amount(row.line_total),
    discount: amount(row.discount),
    tax: amount(row.tax),
    total: amount(row.total),
    explanation: readJson<PriceStep[]>(row.explanation) ?? [],
  };
}

export function toPayment(row: Row): Payment {
  return {
    documentId: String(row.of_payment_document_id),
    provider: String(row.of_payment_provider),
    reference: readText(row.of_payment_reference),
    status: row.of_payment_status as PaymentStatus,
    amount: amount(row.of_payment_amount),
    authorized: amount(row.of_payment_amount_authorized),
    captured: amount(row.of_payment_amount_captured),
    refunded: amount(row.of_payment_amount_refunded),
    attempts: Number(row.of_payment_attempts),
    askedAt: readDate(row.of_payment_asked_at),
    action: readJson<Record<string, unknown>>(row.of_payment_action),
    reason: readText(row.of_payment_reason),
    operations: (readJson<InJson<PaymentOperation>[]>(row.of_payment_operations) ?? []).map(
      (operation) => ({ ...operation, amount: amount(operation.amount) })
    ),
  };
}

type RefundInJson = Omit<InJson<Refund>, 'lines'> & { lines: InJson<RefundedLine>[] };

/** A column of refunds, as an order has it. */
export function toRefunds(value: unknown): Refund[] {
  return (readJson<RefundInJson[]>(value) ?? []).map(toRefund);
}

function toRefund(refund: RefundInJson): Refund {
  return {
    ...refund,
    amount: amount(refund.amount),
    tax: amount(refund.tax),
    shipping: amount(refund.shipping),
    overpaid: amount(refund.overpaid),
    lines: refund.lines.map((line) => ({
      ...line,
      amount: amount(line.amount),
      discount: amount(line.discount),
      tax: amount(line.tax),
    })),
  };
}

const amount = (value: unknown): Amount => readAmount(value) ?? ZERO;
