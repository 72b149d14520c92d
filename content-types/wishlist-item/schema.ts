import { hiddenFromEditors, money, readOnly } from '../attributes';

/** One variation on a wishlist, with the price it had when it was put there. */
export const wishlistItemSchema = {
  kind: 'collectionType',
  collectionName: 'cartwright_wishlist_items',
  info: {
    singularName: 'wishlist-item',
    pluralName: 'wishlist-items',
    displayName: 'Wishlist item',
  },
  options: { draftAndPublish: false },
  pluginOptions: { ...hiddenFromEditors },
  indexes: [
    {
      name: 'cartwright_wishlist_items_variation_uq',
      columns: ['wishlist_document_id', 'variation_document_id'],
      type: 'unique',
    },
  ],
  attributes: {
    wishlistDocumentId: readOnly({ type: 'string', column: { notNullable: true } }),
    variationDocumentId: readOnly({ type: 'string', column: { notNullable: true } }),
    sku: readOnly({ type: 'string' }),
    title: readOnly({ type: 'string' }),
    options: readOnly({ type: 'json' }),
    priceWhenAdded: readOnly(money()),
    note: readOnly({ type: 'text' }),
    addedAt: readOnly({ type: 'datetime' }),
  },
} as const;
