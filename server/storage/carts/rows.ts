import type { Address, Cart, CartDetails, CartLine, ShownFigures } from '../../domain/cart/cart';
import { money } from '../../domain/money/money';
import type { CartChange } from '../carts';
import { lineCopyColumns, readLineCopy } from '../line-copies';
import { newDocument, readBoolean, readDate, readJson, readText, writeJson } from '../values';

export type Row = Record<string, unknown>;

/** Stands before each column of a line: they are read with the cart beside them, and without. */
const LINE = 'line_';

export const LINE_COLUMNS = [
  'document_id',
  'line_key',
  'type',
  'sellable_document_id',
  'sku',
  'description',
  'options',
  'data',
  'url',
  'image',
  'quantity',
].map((name) => `${name} as ${LINE}${name}`);

export function columnsOf(change: CartChange, now: Date) {
  return {
    ...(change.details ? detailColumns(change.details) : {}),
    ...(change.discountCode === undefined ? {} : { discount_code: change.discountCode }),
    item_count: change.itemCount,
    expires_at: change.expiresAt,
    last_activity_at: now,
    updated_at: now,
  };
}

export function detailColumns(details: CartDetails) {
  return {
    email: details.email,
    billing: writeJson(details.billing),
    shipping: writeJson(details.shipping),
    same_as_billing: details.sameAsBilling,
    instructions: details.instructions,
    shipping_option: details.shippingOption,
    payment_method: details.paymentMethod,
    terms_accepted_at: details.termsAcceptedAt,
  };
}

export function toCart(row: Record<string, unknown>): Cart {
  return {
    rowId: Number(row.id),
    documentId: String(row.document_id),
    status: row.status === 'checked_out' ? 'checked_out' : 'open',
    version: Number(row.version),
    account: readText(row.account),
    details: {
      email: readText(row.email),
      billing: readJson<Address>(row.billing),
      shipping: readJson<Address>(row.shipping),
      sameAsBilling: readBoolean(row.same_as_billing),
      instructions: readText(row.instructions),
      shippingOption: readText(row.shipping_option),
      paymentMethod: readText(row.payment_method),
      termsAcceptedAt: readDate(row.terms_accepted_at),
    },
    discountCode: readText(row.discount_code),
    orderDocumentId: readText(row.order_document_id),
    shown: toShown(row),
    expiresAt: readDate(row.expires_at),
    updatedAt: readDate(row.updated_at) ?? new Date(0),
  };
}

export function toLine(row: Row): CartLine {
  return {
    ...readLineCopy(row, LINE),
    id: String(row.line_document_id),
    lineKey: String(row.line_line_key),
  };
}

function toShown({ totals, shown_prices }: Row): ShownFigures | null {
  const shown = readJson<{ discount: string; total: string }>(totals);
  if (!shown) return null;
  const prices = Object.entries(readJson<Record<string, string>>(shown_prices) ?? {});
  return {
    prices: new Map(prices.map(([id, price]) => [id, money(price)])),
    discount: money(shown.discount),
    total: money(shown.total),
  };
}

export function lineRow(cartDocumentId: string, line: CartLine, now: Date) {
  return {
    ...newDocument(now),
    document_id: line.id,
    cart_document_id: cartDocumentId,
    line_key: line.lineKey,
    ...lineCopyColumns(line),
  };
}
