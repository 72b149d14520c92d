import { carriedByForm, internal, money, readOnly, secret, shownToEditors } from '../attributes';
import { UIDS } from '../uids';

/**
 * What is bought: one combination of a product's options. Live at once and the same in every language.
 * `productDocumentId` is the reference that queries use: row ids of a product change when it is published.
 */
export const productVariationSchema = {
  kind: 'collectionType',
  collectionName: 'cartwright_product_variations',
  info: {
    singularName: 'product-variation',
    pluralName: 'product-variations',
    displayName: 'Product variation',
  },
  options: { draftAndPublish: false },
  pluginOptions: { ...shownToEditors },
  indexes: [
    { name: 'cartwright_variations_sku_uq', columns: ['sku'], type: 'unique' },
    {
      name: 'cartwright_variations_option_key_uq',
      columns: ['product_document_id', 'option_key'],
      type: 'unique',
    },
    { name: 'cartwright_variations_document_uq', columns: ['document_id'], type: 'unique' },
    { name: 'cartwright_variations_sale_idx', columns: ['sale_id'] },
    { name: 'cartwright_variations_stock_idx', columns: ['stock'] },
  ],
  attributes: {
    sku: { type: 'string' },
    product: { type: 'relation', relation: 'manyToOne', target: UIDS.product },
    options: { type: 'relation', relation: 'manyToMany', target: UIDS.productOption },
    unitPrice: money(),
    stock: { type: 'integer', min: 0 },
    salePrice: money(),
    saleFrom: { type: 'datetime' },
    saleTo: { type: 'datetime' },
    isDefault: { type: 'boolean', default: false },
    // What a unit costs the shop.
    costPrice: secret(money()),
    image: { type: 'relation', relation: 'manyToOne', target: UIDS.productImage },
    weight: { type: 'decimal', columnType: { type: 'decimal', args: [12, 3] }, min: 0 },
    position: { type: 'integer', default: 0 },
    productDocumentId: readOnly({ type: 'string', column: { notNullable: true } }),
    // Up to twenty option types of 24 characters each, and still within an index of MySQL.
    optionKey: internal({ type: 'string', columnType: { type: 'string', args: [500] } }),
    saleId: internal({ type: 'string' }),
    // What an editor set as the sale price, while a sale's price is shown instead of it.
    handSalePrice: internal(money()),
    handSaleFrom: internal({ type: 'datetime' }),
    handSaleTo: internal({ type: 'datetime' }),
    // The lowest price of the 30 days before the present or coming reduction, as EU shops must show.
    lowestPrice30d: readOnly(money()),
    retired: readOnly({ type: 'boolean', default: false }),
    asOpened: carriedByForm(),
  },
} as const;
