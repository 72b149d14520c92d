import { hiddenFromEditors, readOnly } from '../attributes';

/** A list of things somebody would like to have. Guests reach theirs by a secret token, others by `shareId`. */
export const wishlistSchema = {
  kind: 'collectionType',
  collectionName: 'cartwright_wishlists',
  info: { singularName: 'wishlist', pluralName: 'wishlists', displayName: 'Wishlist' },
  options: { draftAndPublish: false },
  pluginOptions: { ...hiddenFromEditors },
  indexes: [
    { name: 'cartwright_wishlists_token_uq', columns: ['token_hash'], type: 'unique' },
    { name: 'cartwright_wishlists_share_uq', columns: ['share_id'], type: 'unique' },
    { name: 'cartwright_wishlists_account_idx', columns: ['account'] },
  ],
  attributes: {
    tokenHash: readOnly({ type: 'string', private: true }),
    account: readOnly({ type: 'string' }),
    shareId: readOnly({ type: 'string' }),
    name: readOnly({ type: 'string' }),
    isDefault: readOnly({ type: 'boolean', default: false }),
    lastActivityAt: readOnly({ type: 'datetime' }),
  },
} as const;
