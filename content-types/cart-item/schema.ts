import { hiddenFromEditors, readOnly } from '../attributes';

/**
 * One line of a cart. It refers to what is sold by scalars, never by a relation: publishing a product would
 * otherwise rewrite the links of every cart.
 */
export const cartItemSchema = {
  kind: 'collectionType',
  collectionName: 'cartwright_cart_items',
  info: { singularName: 'cart-item', pluralName: 'cart-items', displayName: 'Cart item' },
  options: { draftAndPublish: false },
  pluginOptions: { ...hiddenFromEditors },
  indexes: [
    {
      name: 'cartwright_cart_items_line_uq',
      columns: ['cart_document_id', 'line_key'],
      type: 'unique',
    },
    { name: 'cartwright_cart_items_sellable_idx', columns: ['sellable_document_id'] },
  ],
  attributes: {
    cartDocumentId: readOnly({ type: 'string', column: { notNullable: true } }),
    lineKey: readOnly({ type: 'string', column: { notNullable: true } }),
    type: readOnly({ type: 'string' }),
    sellableDocumentId: readOnly({ type: 'string' }),
    sku: readOnly({ type: 'string' }),
    description: readOnly({ type: 'text' }),
    options: readOnly({ type: 'json' }),
    data: readOnly({ type: 'json' }),
    url: readOnly({ type: 'string' }),
    image: readOnly({ type: 'json' }),
    quantity: readOnly({ type: 'integer', min: 1 }),
  },
} as const;
