import { money, readOnly, shownToEditors } from '../attributes';

/**
 * A placed order: a snapshot that later edits of the catalogue do not touch.
 * Money and lines are never edited in place; they change by steps that `history` records.
 */
export const orderSchema = {
  kind: 'collectionType',
  collectionName: 'cartwright_orders',
  info: { singularName: 'order', pluralName: 'orders', displayName: 'Order' },
  options: { draftAndPublish: false },
  pluginOptions: { ...shownToEditors },
  indexes: [
    { name: 'cartwright_orders_document_uq', columns: ['document_id'], type: 'unique' },
    { name: 'cartwright_orders_number_uq', columns: ['number'], type: 'unique' },
    { name: 'cartwright_orders_token_uq', columns: ['token_hash'], type: 'unique' },
    { name: 'cartwright_orders_cart_uq', columns: ['cart_document_id'], type: 'unique' },
    { name: 'cartwright_orders_invoice_uq', columns: ['invoice_number'], type: 'unique' },
    { name: 'cartwright_orders_email_idx', columns: ['email'] },
    { name: 'cartwright_orders_account_idx', columns: ['account'] },
    { name: 'cartwright_orders_placed_idx', columns: ['placed_at'] },
  ],
  attributes: {
    number: readOnly({ type: 'string' }),
    email: readOnly({ type: 'string' }),
    total: readOnly(money()),
    status: readOnly({
      type: 'enumeration',
      enum: ['open', 'completed', 'cancelled'],
      default: 'open',
    }),
    paymentStatus: readOnly({
      type: 'enumeration',
      enum: [
        'pending',
        'authorized',
        'paid',
        'partially_refunded',
        'refunded',
        'failed',
        'cancelled',
      ],
      default: 'pending',
    }),
    fulfilmentStatus: readOnly({
      type: 'enumeration',
      enum: ['unfulfilled', 'partial', 'fulfilled'],
      default: 'unfulfilled',
    }),
    placedAt: readOnly({ type: 'datetime' }),
    tokenHash: readOnly({ type: 'string', private: true }),
    cartDocumentId: readOnly({ type: 'string', private: true }),
    account: readOnly({ type: 'string' }),
    orderLocale: readOnly({ type: 'string' }),
    currency: readOnly({ type: 'string' }),
    totals: readOnly({ type: 'json' }),
    taxes: readOnly({ type: 'json' }),
    explanation: readOnly({ type: 'json' }),
    billing: readOnly({ type: 'json' }),
    shipping: readOnly({ type: 'json' }),
    sameAsBilling: readOnly({ type: 'boolean', default: true }),
    instructions: readOnly({ type: 'text' }),
    discountCode: readOnly({ type: 'json' }),
    shippingOption: readOnly({ type: 'json' }),
    paymentMethod: readOnly({ type: 'string' }),
    fulfilments: readOnly({ type: 'json' }),
    history: readOnly({ type: 'json' }),
    invoiceNumber: readOnly({ type: 'string' }),
    invoiceIssuedAt: readOnly({ type: 'datetime' }),
    holdExpiresAt: readOnly({ type: 'datetime' }),
    notes: { type: 'text' },
  },
} as const;
