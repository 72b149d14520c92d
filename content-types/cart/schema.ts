import { money, readOnly, shownToEditors } from '../attributes';

/**
 * What a shopper intends to buy. Everything is written by the plugin; editors look.
 * `shownPrices` are those of the last answer, by line. `openFor` is the account while the cart is open and null afterwards: its unique index keeps an account at one open cart.
 */
export const cartSchema = {
  kind: 'collectionType',
  collectionName: 'cartwright_carts',
  info: { singularName: 'cart', pluralName: 'carts', displayName: 'Cart' },
  options: { draftAndPublish: false },
  pluginOptions: { ...shownToEditors },
  indexes: [
    { name: 'cartwright_carts_document_uq', columns: ['document_id'], type: 'unique' },
    { name: 'cartwright_carts_token_uq', columns: ['token_hash'], type: 'unique' },
    { name: 'cartwright_carts_open_for_uq', columns: ['open_for'], type: 'unique' },
    { name: 'cartwright_carts_activity_idx', columns: ['status', 'last_activity_at'] },
    { name: 'cartwright_carts_email_idx', columns: ['email'] },
  ],
  attributes: {
    email: readOnly({ type: 'string' }),
    status: readOnly({ type: 'enumeration', enum: ['open', 'checked_out'], default: 'open' }),
    itemCount: readOnly({ type: 'integer', default: 0 }),
    total: readOnly(money()),
    tokenHash: readOnly({ type: 'string', private: true }),
    version: readOnly({ type: 'integer', default: 1 }),
    currency: readOnly({ type: 'string' }),
    account: readOnly({ type: 'string' }),
    openFor: readOnly({ type: 'string', private: true }),
    billing: readOnly({ type: 'json' }),
    shipping: readOnly({ type: 'json' }),
    sameAsBilling: readOnly({ type: 'boolean', default: true }),
    instructions: readOnly({ type: 'text' }),
    discountCode: readOnly({ type: 'string' }),
    shippingOption: readOnly({ type: 'string' }),
    paymentMethod: readOnly({ type: 'string' }),
    termsAcceptedAt: readOnly({ type: 'datetime' }),
    totals: readOnly({ type: 'json' }),
    shownPrices: readOnly({ type: 'json', private: true }),
    orderDocumentId: readOnly({ type: 'string' }),
    lastActivityAt: readOnly({ type: 'datetime' }),
    expiresAt: readOnly({ type: 'datetime' }),
  },
} as const;
