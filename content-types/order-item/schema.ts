import { hiddenFromEditors, money, readOnly } from '../attributes';

/** One line of an order, frozen: it can be shown and printed when its product is long gone. */
export const orderItemSchema = {
  kind: 'collectionType',
  collectionName: 'cartwright_order_items',
  info: { singularName: 'order-item', pluralName: 'order-items', displayName: 'Order item' },
  options: { draftAndPublish: false },
  pluginOptions: { ...hiddenFromEditors },
  indexes: [
    { name: 'cartwright_order_items_order_idx', columns: ['order_document_id'] },
    { name: 'cartwright_order_items_sku_idx', columns: ['sku'] },
    { name: 'cartwright_order_items_sellable_idx', columns: ['sellable_document_id'] },
  ],
  attributes: {
    orderDocumentId: readOnly({ type: 'string', column: { notNullable: true } }),
    position: readOnly({ type: 'integer' }),
    type: readOnly({ type: 'string' }),
    sellableDocumentId: readOnly({ type: 'string' }),
    sku: readOnly({ type: 'string' }),
    description: readOnly({ type: 'text' }),
    options: readOnly({ type: 'json' }),
    data: readOnly({ type: 'json' }),
    url: readOnly({ type: 'string' }),
    image: readOnly({ type: 'json' }),
    quantity: readOnly({ type: 'integer', min: 1 }),
    unitPrice: readOnly(money()),
    regularPrice: readOnly(money()),
    lineTotal: readOnly(money()),
    discount: readOnly(money()),
    tax: readOnly(money()),
    total: readOnly(money()),
    explanation: readOnly({ type: 'json' }),
  },
} as const;
