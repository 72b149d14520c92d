import { discount, readOnly, shownToEditors } from '../attributes';
import { UIDS } from '../uids';

/** A reduction of catalogue prices for a time: exactly one of the three discounts is set. */
export const saleSchema = {
  kind: 'collectionType',
  collectionName: 'cartwright_sales',
  info: { singularName: 'sale', pluralName: 'sales', displayName: 'Sale' },
  options: { draftAndPublish: false },
  pluginOptions: { ...shownToEditors },
  attributes: {
    title: { type: 'string', required: true },
    active: { type: 'boolean', default: false },
    ...discount(),
    validFrom: { type: 'datetime' },
    validTo: { type: 'datetime' },
    products: { type: 'relation', relation: 'manyToMany', target: UIDS.product },
    categories: { type: 'relation', relation: 'manyToMany', target: UIDS.category },
    allProducts: { type: 'boolean', default: false },
    // Whether every price that it touches has been brought up to date since it was saved.
    applied: readOnly({ type: 'boolean', default: false }),
  },
} as const;
