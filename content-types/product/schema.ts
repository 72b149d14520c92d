import {
  besideForm,
  internal,
  localized,
  localizedType,
  money,
  readOnly,
  shared,
  shownToEditors,
} from '../attributes';
import { UIDS } from '../uids';

/**
 * A page that sells: text and pictures are drafted, published and translated.
 * Its prices, SKU, stock and image are copies of its default variation's, so that a list needs no other table.
 */
export const productSchema = {
  kind: 'collectionType',
  collectionName: 'cartwright_products',
  info: { singularName: 'product', pluralName: 'products', displayName: 'Product' },
  options: { draftAndPublish: true },
  pluginOptions: { ...shownToEditors, ...localizedType },
  indexes: [
    { name: 'cartwright_products_slug_idx', columns: ['slug', 'locale'] },
    { name: 'cartwright_products_sku_idx', columns: ['sku'] },
    {
      name: 'cartwright_products_published_idx',
      columns: ['locale', 'published_at', 'created_at'],
    },
  ],
  attributes: {
    title: localized({ type: 'string', required: true }),
    slug: localized({ type: 'uid', targetField: 'title' }),
    description: localized({ type: 'text' }),
    content: localized({ type: 'blocks' }),
    available: shared({ type: 'boolean', default: true }),
    publishFrom: shared({ type: 'datetime' }),
    publishUntil: shared({ type: 'datetime' }),
    options: besideForm({
      type: 'relation',
      relation: 'manyToMany',
      target: UIDS.productOption,
    }),
    images: { type: 'relation', relation: 'manyToMany', target: UIDS.productImage },
    categories: { type: 'relation', relation: 'manyToMany', target: UIDS.category },
    related: { type: 'relation', relation: 'manyToMany', target: UIDS.product },
    upsells: { type: 'relation', relation: 'manyToMany', target: UIDS.product },
    taxClass: shared({ type: 'string' }),
    metaTitle: localized({ type: 'string' }),
    metaDescription: localized({ type: 'text' }),
    keywords: localized({ type: 'string' }),
    inSitemap: shared({ type: 'boolean', default: true }),
    unitPrice: readOnly(money()),
    salePrice: readOnly(money()),
    saleFrom: readOnly({ type: 'datetime' }),
    saleTo: readOnly({ type: 'datetime' }),
    lowestPrice30d: readOnly(money()),
    sku: readOnly({ type: 'string' }),
    stock: readOnly({ type: 'integer' }),
    image: readOnly({ type: 'json' }),
    ratingCount: readOnly({ type: 'integer', default: 0 }),
    ratingSum: internal({ type: 'integer', default: 0 }),
    ratingAverage: readOnly({ type: 'decimal', columnType: { type: 'decimal', args: [3, 2] } }),
  },
} as const;
