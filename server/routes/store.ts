/** The routes of front ends, below `/api/cartwright`. Ordinary content-API routes: their permissions show in the admin. */
export interface StoreRoute {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  handler: string;
  /** Open to whoever can prove by the message itself who sent it, whatever the roles say. */
  config?: { auth: false };
}

export const storeRoutes: StoreRoute[] = [
  { method: 'GET', path: '/catalog/products', handler: 'catalogue.products' },
  { method: 'GET', path: '/catalog/products/:slug', handler: 'catalogue.product' },
  { method: 'POST', path: '/catalog/products/:slug/ratings', handler: 'ratings.rate' },
  { method: 'GET', path: '/catalog/categories', handler: 'catalogue.categories' },
  { method: 'GET', path: '/catalog/categories/:slug', handler: 'catalogue.category' },
  { method: 'GET', path: '/catalog/sitemap', handler: 'catalogue.sitemap' },
  { method: 'GET', path: '/layout/:page', handler: 'layout.show' },
  { method: 'GET', path: '/cart', handler: 'cart.show' },
  { method: 'POST', path: '/cart/items', handler: 'cart.addItem' },
  { method: 'POST', path: '/cart/items/bulk', handler: 'cart.addItems' },
  { method: 'PATCH', path: '/cart/items/:id', handler: 'cart.updateItem' },
  { method: 'DELETE', path: '/cart/items/:id', handler: 'cart.removeItem' },
  { method: 'DELETE', path: '/cart/items', handler: 'cart.clear' },
  { method: 'PUT', path: '/cart/discount-code', handler: 'cart.enterCode' },
  { method: 'DELETE', path: '/cart/discount-code', handler: 'cart.removeCode' },
  { method: 'POST', path: '/cart/merge', handler: 'cart.merge' },
  { method: 'GET', path: '/cart/export', handler: 'cart.export' },
  { method: 'POST', path: '/cart/restore', handler: 'cart.restore' },
  { method: 'GET', path: '/cart/upsells', handler: 'cart.upsells' },
  { method: 'GET', path: '/cart/shipping-options', handler: 'cart.shippingOptions' },
  { method: 'GET', path: '/checkout', handler: 'checkout.show' },
  { method: 'PATCH', path: '/checkout', handler: 'checkout.update' },
  { method: 'POST', path: '/checkout', handler: 'checkout.place' },
  {
    method: 'POST',
    path: '/webhooks/:provider',
    handler: 'webhooks.receive',
    config: { auth: false },
  },
  { method: 'GET', path: '/account/addresses', handler: 'account.addresses' },
  { method: 'POST', path: '/account/addresses', handler: 'account.addAddress' },
  { method: 'PATCH', path: '/account/addresses/:id', handler: 'account.changeAddress' },
  { method: 'DELETE', path: '/account/addresses/:id', handler: 'account.removeAddress' },
  { method: 'GET', path: '/account/data', handler: 'account.data' },
  { method: 'DELETE', path: '/account/data', handler: 'account.eraseData' },
  { method: 'GET', path: '/orders', handler: 'orders.list' },
  { method: 'GET', path: '/orders/:token', handler: 'orders.show' },
  { method: 'POST', path: '/orders/:token/reorder', handler: 'cart.reorder' },
  { method: 'GET', path: '/orders/:token/invoice', handler: 'invoices.show' },
  { method: 'GET', path: '/orders/:token/invoice.pdf', handler: 'invoices.download' },
  { method: 'POST', path: '/orders/:token/payment', handler: 'orders.pay' },
  { method: 'POST', path: '/orders/:token/receipt', handler: 'orders.receipt' },
  { method: 'POST', path: '/orders/:token/cancel', handler: 'orders.cancel' },
];
