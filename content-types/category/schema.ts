import { localized, localizedType, money, shared, shownToEditors } from '../attributes';
import { UIDS } from '../uids';

/** A page that lists products: those assigned to it and those that its filter matches. */
export const categorySchema = {
  kind: 'collectionType',
  collectionName: 'cartwright_categories',
  info: { singularName: 'category', pluralName: 'categories', displayName: 'Category' },
  options: { draftAndPublish: true },
  pluginOptions: { ...shownToEditors, ...localizedType },
  indexes: [{ name: 'cartwright_categories_slug_idx', columns: ['slug', 'locale'] }],
  attributes: {
    title: localized({ type: 'string', required: true }),
    slug: localized({ type: 'uid', targetField: 'title' }),
    content: localized({ type: 'blocks' }),
    featuredImage: shared({ type: 'media', multiple: false, allowedTypes: ['images'] }),
    parent: { type: 'relation', relation: 'manyToOne', target: UIDS.category },
    position: shared({ type: 'integer', default: 0 }),
    inMenu: shared({ type: 'boolean', default: true }),
    publishFrom: shared({ type: 'datetime' }),
    publishUntil: shared({ type: 'datetime' }),
    options: { type: 'relation', relation: 'manyToMany', target: UIDS.productOption },
    sale: { type: 'relation', relation: 'manyToOne', target: UIDS.sale },
    priceMin: shared(money()),
    priceMax: shared(money()),
    combined: shared({ type: 'boolean', default: true }),
    includeDescendants: shared({ type: 'boolean', default: true }),
    metaTitle: localized({ type: 'string' }),
    metaDescription: localized({ type: 'text' }),
  },
} as const;
