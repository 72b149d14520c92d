import { discount, money, readOnly, shownToEditors } from '../attributes';
import { UIDS } from '../uids';

/** A code that shoppers enter in the cart. Stored normalised: trimmed, in capitals. */
export const discountCodeSchema = {
  kind: 'collectionType',
  collectionName: 'cartwright_discount_codes',
  info: {
    singularName: 'discount-code',
    pluralName: 'discount-codes',
    displayName: 'Discount code',
  },
  options: { draftAndPublish: false },
  pluginOptions: { ...shownToEditors },
  indexes: [
    { name: 'cartwright_discount_codes_code_uq', columns: ['code'], type: 'unique' },
    { name: 'cartwright_discount_codes_batch_idx', columns: ['batch'] },
  ],
  attributes: {
    title: { type: 'string', required: true },
    code: { type: 'string', required: true },
    active: { type: 'boolean', default: false },
    ...discount(),
    validFrom: { type: 'datetime' },
    validTo: { type: 'datetime' },
    appliesTo: { type: 'enumeration', enum: ['cart', 'selection'], default: 'cart' },
    products: { type: 'relation', relation: 'manyToMany', target: UIDS.product },
    categories: { type: 'relation', relation: 'manyToMany', target: UIDS.category },
    minPurchase: money(),
    freeShipping: { type: 'boolean', default: false },
    maxUses: { type: 'integer', min: 0 },
    maxUsesPerCustomer: { type: 'integer', min: 0 },
    usedCount: readOnly({ type: 'integer', default: 0, min: 0 }),
    // Codes that were generated together.
    batch: readOnly({ type: 'string' }),
  },
} as const;
