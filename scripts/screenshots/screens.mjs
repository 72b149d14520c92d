/** Every screen of the shop in the admin: where it is, and what must be there before it is photographed. */

const manager = (uid) => `/admin/content-manager/collection-types/plugin::cartwright.${uid}`;

const page =
  (path, ready) =>
  async ({ page: browser, url }) => {
    await browser.goto(`${url}/admin${path}`);
    await ready(browser).first().waitFor();
  };

const heading = (name) => (browser) => browser.getByRole('heading', { name, level: 1 });
const text = (words) => (browser) => browser.getByText(words);

async function find({ url, token }, uid, filter) {
  const response = await fetch(`${url}${manager(uid).replace('/admin', '')}?${filter}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { results } = await response.json();
  return results[0].documentId;
}

/** A screen about one thing of the demo shop. */
const about = (uid, filter, path, ready) => async (shop) => {
  const documentId = await find(shop, uid, filter);
  await page(path(documentId), ready)(shop);
};

const SHIRT = 'filters[title][$eq]=Linen Shirt';
const form = (uid) => (documentId) => manager(uid).replace('/admin', '') + `/${documentId}`;
const product = (tab) => (documentId) => `/plugins/cartwright/products/${documentId}/${tab}`;
const PACKED = 'filters[status][$eq]=completed&sort=total:DESC';

export const SCREENS = {
  'home': { open: page('/', text('Revenue')), height: 1300 },
  'product': {
    open: about('product', SHIRT, form('product'), text('Edit variations')),
    height: 1100,
  },
  'variations': {
    open: about('product', SHIRT, product('variations'), (browser) => browser.getByRole('grid')),
  },
  'pictures': {
    open: about('product', SHIRT, product('pictures'), (browser) =>
      browser.getByRole('listitem', { name: /Picture 1/ })
    ),
  },
  'prices-at': {
    open: about('product', SHIRT, product('prices'), (browser) => browser.getByRole('row').nth(1)),
  },
  'sale': {
    open: about('sale', '', form('sale'), text('variations of')),
    height: 1100,
  },
  'discount-code': {
    open: about('discount-code', '', form('discount-code'), text('Copy the link')),
    height: 1100,
  },
  'discount-codes': { open: page('/plugins/cartwright/discount-codes', heading(/codes/i)) },
  'orders': {
    open: page('/plugins/cartwright/orders', (browser) => browser.getByRole('row').nth(3)),
  },
  'order': {
    open: about('order', PACKED, (id) => `/plugins/cartwright/orders/${id}`, text('Subtotal')),
    height: 1500,
  },
  'order-edit': {
    open: about('order', PACKED, (id) => `/plugins/cartwright/orders/${id}/edit`, heading(/./)),
    height: 1100,
  },
  'new-order': { open: page('/plugins/cartwright/orders/new', heading(/New order/)) },
  'carts': {
    open: page('/plugins/cartwright/carts', (browser) => browser.getByRole('row').nth(1)),
  },
  'stock': {
    open: page('/plugins/cartwright/stock', (browser) => browser.getByRole('row').nth(3)),
  },
  'pages': { open: page('/plugins/cartwright/layout', text('Made slowly')), height: 1100 },
  'imports': { open: page('/plugins/cartwright/imports', heading(/Import/)) },
  'first-steps': { open: page('/plugins/cartwright/first-steps', heading(/First steps/)) },
  'settings-details': { open: page('/settings/cartwright/details', heading(/./)), height: 1100 },
  'settings-taxes': { open: page('/settings/cartwright/taxes', heading(/./)) },
  'settings-shipping': { open: page('/settings/cartwright/shipping', heading(/./)) },
  'settings-orders': { open: page('/settings/cartwright/orders', heading(/./)), height: 1100 },
  'settings-mails': { open: page('/settings/cartwright/mails', heading(/./)), height: 1100 },
  'customer-data': { open: page('/settings/cartwright/customer-data', heading(/./)) },
};
