import type { Knex } from 'knex';

import type { Address, LineData } from '../domain/cart/cart';
import type { ImageCopy, OptionChoice } from '../domain/catalogue/sellable';
import { type Amount, ZERO } from '../domain/money/money';
import type { Fulfilment, FulfilmentStatus } from '../domain/orders/fulfilment-status';
import type { HistoryEntry, Order, OrderLine } from '../domain/orders/order';
import type { OrderStatus } from '../domain/orders/order-status';
import type { OrderPaymentStatus, Payment, PaymentStatus } from '../domain/orders/payment-status';
import { type Connection, insertAll } from './database';
import { TABLES } from './tables';
import {
  newDocument,
  readAmount,
  readDate,
  readJson,
  readText,
  writeAmount,
  writeJson,
} from './values';

export type OrderKey = { tokenHash: string } | { cartDocumentId: string } | { documentId: string };

/** Writes an order with its lines and payments: three statements for up to a hundred lines. */
export async function insertOrder(
  trx: Connection,
  order: Order,
  tokenHash: string,
  now: Date
): Promise<void> {
  await trx(TABLES.orders).insert(orderRow(order, tokenHash, now));
  await insertAll(
    trx,
    TABLES.orderItems,
    order.lines.map((line, position) => lineRow(order.documentId, line, position, now))
  );
  await insertAll(
    trx,
    TABLES.payments,
    order.payments.map((payment) => ({
      ...newDocument(now),
      document_id: payment.documentId,
      order_document_id: order.documentId,
      ...paymentColumns(payment),
    }))
  );
}

export function findOrder(db: Connection, key: OrderKey): Promise<Order | null> {
  return readOne(db, db(TABLES.orders).where(where(key)));
}

/** Locks the order until the transaction ends; its first statement, as with carts. */
export async function lockOrder(trx: Connection, key: OrderKey): Promise<Order | null> {
  const row = await trx(TABLES.orders).where(where(key)).forUpdate().first('document_id');
  return row ? readOne(trx, trx(TABLES.orders).where(row)) : null;
}

/** Whose orders: those placed by the account and those placed under its confirmed e-mail. */
export interface OrderOwner {
  account: string;
  confirmedEmail: string | null;
}

export function findOwnedOrder(
  db: Connection,
  owner: OrderOwner,
  number: string
): Promise<Order | null> {
  return readOne(db, owned(db, owner).where({ number }));
}

interface Page {
  page: number;
  pageSize: number;
}

interface OrderPage {
  orders: Order[];
  total: number;
}

/** One page of an account's orders, newest first, and how many there are: four statements. */
export function findOwnedOrders(db: Connection, owner: OrderOwner, page: Page): Promise<OrderPage> {
  return pageOf(db, () => owned(db, owner), page);
}

/** What staff look for; null does not matter. */
export interface OrderFilter {
  /** In the number, the e-mail, the addresses, or the SKU of a line. */
  text: string | null;
  status: string | null;
  paymentStatus: string | null;
}

export function searchOrders(db: Connection, filter: OrderFilter, page: Page): Promise<OrderPage> {
  return pageOf(db, () => matching(db, filter), page);
}

function matching(db: Connection, { text, status, paymentStatus }: OrderFilter) {
  const orders = db(TABLES.orders);
  if (status) orders.where({ status });
  if (paymentStatus) orders.where({ payment_status: paymentStatus });
  if (!text) return orders;
  const pattern = `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  const like = (column: string) => db.raw(`LOWER(${column}) LIKE ? ESCAPE '!'`, [pattern]);
  return orders.where((any) => {
    for (const column of ['number', 'email', asText(db, 'billing'), asText(db, 'shipping')]) {
      any.orWhere(like(column));
    }
    any.orWhereIn(
      'document_id',
      db(TABLES.orderItems).where(like('sku')).select('order_document_id')
    );
  });
}

/** PostgreSQL keeps JSON in a type of its own, which LIKE does not take. */
function asText(db: Connection, column: string): string {
  return /mysql/.test(String(db.client.config.client)) ? column : `CAST(${column} AS TEXT)`;
}

async function pageOf(
  db: Connection,
  query: () => Knex.QueryBuilder,
  { page, pageSize }: Page
): Promise<OrderPage> {
  const counted = await query().count('* as total').first();
  const rows: Row[] = await query()
    .orderBy([
      { column: 'placed_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select('document_id');
  const ids = rows.map((row) => String(row.document_id));
  const orders = await readAll(db, db(TABLES.orders).whereIn('document_id', ids));
  const place = new Map(ids.map((id, index) => [id, index]));
  orders.sort((a, b) => (place.get(a.documentId) ?? 0) - (place.get(b.documentId) ?? 0));
  return { orders, total: Number(counted?.total ?? 0) };
}

/** Saves what a step of the order changed about it and its payments; lines and money of the snapshot stay. */
export async function saveOrderStep(trx: Connection, order: Order, now: Date): Promise<void> {
  await trx(TABLES.orders)
    .where({ document_id: order.documentId })
    .update({ ...statusColumns(order), updated_at: now });
  for (const payment of order.payments) {
    await trx(TABLES.payments)
      .where({ document_id: payment.documentId })
      .update({ ...paymentColumns(payment), updated_at: now });
  }
}

function owned(db: Connection, { account, confirmedEmail }: OrderOwner) {
  return db(TABLES.orders).where((either) => {
    either.where({ account });
    if (confirmedEmail) either.orWhere({ email: confirmedEmail });
  });
}

function where(key: OrderKey) {
  if ('tokenHash' in key) return { token_hash: key.tokenHash };
  return 'cartDocumentId' in key
    ? { cart_document_id: key.cartDocumentId }
    : { document_id: key.documentId };
}

type Row = Record<string, unknown>;

async function readOne(db: Connection, orders: Knex.QueryBuilder): Promise<Order | null> {
  return (await readAll(db, orders))[0] ?? null;
}

const PAYMENT_COLUMNS = [
  'document_id',
  'provider',
  'reference',
  'status',
  'amount',
  'amount_authorized',
  'amount_captured',
  'amount_refunded',
  'attempts',
  'action',
  'reason',
].map((column) => `p.${column} as of_payment_${column}`);

/**
 * The orders that `orders` selects, whole. An order and its payments come in one statement: a step that is
 * committed meanwhile is seen in both or in neither. Lines never change, so they may come in a second one.
 */
async function readAll(db: Connection, orders: Knex.QueryBuilder): Promise<Order[]> {
  const rows: Row[] = await db
    .from(orders.as('o'))
    .leftJoin(`${TABLES.payments} as p`, 'p.order_document_id', 'o.document_id')
    .orderBy(['o.id', 'p.id'])
    .select('o.*', ...PAYMENT_COLUMNS);
  const ids = [...new Set(rows.map((row) => String(row.document_id)))];
  if (ids.length === 0) return [];
  const lines: Row[] = await db(TABLES.orderItems)
    .whereIn('order_document_id', ids)
    .orderBy(['position', 'id']);
  return ids.flatMap((id) => {
    const ofOrder = rows.filter((row) => row.document_id === id);
    const payments = ofOrder.filter((row) => row.of_payment_document_id !== null).map(toPayment);
    const ofLines = lines.filter((row) => row.order_document_id === id).map(toLine);
    return ofOrder.slice(0, 1).map((row) => toOrder(row, ofLines, payments));
  });
}

function orderRow(order: Order, tokenHash: string, now: Date) {
  return {
    ...newDocument(now),
    ...statusColumns(order),
    document_id: order.documentId,
    number: order.number,
    token_hash: tokenHash,
    cart_document_id: order.cartDocumentId,
    placed_at: order.placedAt,
    email: order.email,
    account: order.account,
    order_locale: order.locale,
    currency: order.currency,
    total: writeAmount(order.totals.total),
    totals: writeJson(order.totals),
    taxes: writeJson(order.taxes),
    billing: writeJson(order.billing),
    shipping: writeJson(order.shipping),
    instructions: order.instructions,
    discount_code: writeJson(order.discountCode),
    shipping_option: writeJson(order.shippingOption),
    payment_method: order.paymentMethod,
  };
}

function statusColumns(order: Order) {
  return {
    status: order.status,
    payment_status: order.paymentStatus,
    fulfilment_status: order.fulfilmentStatus,
    fulfilments: writeJson(order.fulfilments),
    history: writeJson(order.history),
    invoice_number: order.invoice?.number ?? null,
    invoice_issued_at: order.invoice?.issuedAt ?? null,
    hold_expires_at: order.holdExpiresAt,
  };
}

function lineRow(orderDocumentId: string, line: OrderLine, position: number, now: Date) {
  return {
    ...newDocument(now),
    order_document_id: orderDocumentId,
    position,
    type: line.type,
    sellable_document_id: line.documentId,
    sku: line.sku,
    description: line.description,
    options: writeJson(line.options),
    data: writeJson(line.data),
    url: line.url,
    image: writeJson(line.image),
    quantity: line.quantity,
    unit_price: writeAmount(line.unitPrice),
    regular_price: writeAmount(line.regularPrice),
    line_total: writeAmount(line.lineTotal),
    discount: writeAmount(line.discount),
    tax: writeAmount(line.tax),
    total: writeAmount(line.total),
  };
}

function paymentColumns(payment: Payment) {
  return {
    provider: payment.provider,
    reference: payment.reference,
    status: payment.status,
    amount: writeAmount(payment.amount),
    amount_authorized: writeAmount(payment.authorized),
    amount_captured: writeAmount(payment.captured),
    amount_refunded: writeAmount(payment.refunded),
    attempts: payment.attempts,
    action: writeJson(payment.action),
    reason: payment.reason,
  };
}

/** Amounts inside JSON are decimal strings. */
type InJson<Value> = { [Key in keyof Value]: Value[Key] extends Amount ? string : Value[Key] };

function toOrder(row: Row, lines: OrderLine[], payments: Payment[]): Order {
  const totals = readJson<InJson<Order['totals']>>(row.totals);
  const shipping = readJson<InJson<NonNullable<Order['shippingOption']>>>(row.shipping_option);
  const issuedAt = readDate(row.invoice_issued_at);
  return {
    documentId: String(row.document_id),
    number: String(row.number),
    cartDocumentId: String(row.cart_document_id),
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
    paymentMethod: readText(row.payment_method),
    payments,
    fulfilments: readJson<Fulfilment[]>(row.fulfilments) ?? [],
    invoice:
      row.invoice_number && issuedAt ? { number: String(row.invoice_number), issuedAt } : null,
    history: readJson<HistoryEntry[]>(row.history) ?? [],
    holdExpiresAt: readDate(row.hold_expires_at),
  };
}

function toLine(row: Row): OrderLine {
  return {
    type: String(row.type),
    documentId: String(row.sellable_document_id),
    sku: readText(row.sku),
    description: readText(row.description) ?? '',
    options: readJson<OptionChoice[]>(row.options) ?? [],
    data: readJson<LineData>(row.data),
    url: readText(row.url),
    image: readJson<ImageCopy>(row.image),
    quantity: Number(row.quantity),
    unitPrice: amount(row.unit_price),
    regularPrice: amount(row.regular_price),
    lineTotal: amount(row.line_total),
    discount: amount(row.discount),
    tax: amount(row.tax),
    total: amount(row.total),
  };
}

function toPayment(row: Row): Payment {
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
    action: readJson<Record<string, unknown>>(row.of_payment_action),
    reason: readText(row.of_payment_reason),
  };
}

const amount = (value: unknown): Amount => readAmount(value) ?? ZERO;
