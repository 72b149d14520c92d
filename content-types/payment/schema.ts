import { hiddenFromEditors, money, readOnly } from '../attributes';

/** What happened to the money of an order at one payment provider. */
export const paymentSchema = {
  kind: 'collectionType',
  collectionName: 'cartwright_payments',
  info: { singularName: 'payment', pluralName: 'payments', displayName: 'Payment' },
  options: { draftAndPublish: false },
  pluginOptions: { ...hiddenFromEditors },
  indexes: [
    { name: 'cartwright_payments_order_idx', columns: ['order_document_id'] },
    { name: 'cartwright_payments_reference_idx', columns: ['provider', 'reference'] },
  ],
  attributes: {
    orderDocumentId: readOnly({ type: 'string', column: { notNullable: true } }),
    provider: readOnly({ type: 'string' }),
    reference: readOnly({ type: 'string' }),
    status: readOnly({
      type: 'enumeration',
      enum: [
        'pending',
        'authorized',
        'paid',
        'requires_action',
        'declined',
        'refunded',
        'cancelled',
      ],
      default: 'pending',
    }),
    amount: readOnly(money()),
    amountAuthorized: readOnly(money()),
    amountCaptured: readOnly(money()),
    amountRefunded: readOnly(money()),
    attempts: readOnly({ type: 'integer', default: 0 }),
    askedAt: readOnly({ type: 'datetime' }),
    reason: readOnly({ type: 'string' }),
    operations: readOnly({ type: 'json' }),
    action: readOnly({ type: 'json', private: true }),
  },
} as const;
