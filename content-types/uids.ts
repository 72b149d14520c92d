/** Every UID of the plugin's content types, once. */
export const PLUGIN_ID = 'cartwright';

export const UIDS = {
  product: 'plugin::cartwright.product',
  productVariation: 'plugin::cartwright.product-variation',
  productOption: 'plugin::cartwright.product-option',
  productImage: 'plugin::cartwright.product-image',
  category: 'plugin::cartwright.category',
  sale: 'plugin::cartwright.sale',
  discountCode: 'plugin::cartwright.discount-code',
  cart: 'plugin::cartwright.cart',
  cartItem: 'plugin::cartwright.cart-item',
  order: 'plugin::cartwright.order',
  orderItem: 'plugin::cartwright.order-item',
  payment: 'plugin::cartwright.payment',
  wishlist: 'plugin::cartwright.wishlist',
  wishlistItem: 'plugin::cartwright.wishlist-item',
  layoutBlock: 'plugin::cartwright.layout-block',
} as const;

export type CartwrightUid = (typeof UIDS)[keyof typeof UIDS];
