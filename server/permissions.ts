/** What a role of the admin may do in the shop, besides the Content Manager's own permissions on its types. */
export const PERMISSIONS = {
  readOrders: 'plugin::cartwright.orders.read',
  updateOrders: 'plugin::cartwright.orders.update',
  readCarts: 'plugin::cartwright.carts.read',
  readStock: 'plugin::cartwright.stock.read',
  adjustStock: 'plugin::cartwright.stock.update',
  editVariations: 'plugin::cartwright.variations.update',
  previewSales: 'plugin::cartwright.sales.preview',
  seeCodeUses: 'plugin::cartwright.discount-codes.read',
  generateCodes: 'plugin::cartwright.discount-codes.generate',
  composeLayout: 'plugin::cartwright.layout.update',
  runImports: 'plugin::cartwright.imports.run',
  runExports: 'plugin::cartwright.exports.run',
  readFigures: 'plugin::cartwright.figures.read',
  customerData: 'plugin::cartwright.customers.data',
  readSettings: 'plugin::cartwright.settings.read',
  updateSettings: 'plugin::cartwright.settings.update',
  rebuild: 'plugin::cartwright.catalogue.rebuild',
} as const;

const action = (uid: string, subCategory: string, displayName: string) => ({
  section: 'plugins',
  displayName,
  uid,
  subCategory,
  pluginName: 'cartwright',
});

/** As the host registers them: they show in Settings → Roles, under Plugins → Cartwright. */
export const PERMISSION_ACTIONS = [
  action('orders.read', 'Orders', 'See orders'),
  action('orders.update', 'Orders', 'Handle orders: payments, parcels, refunds, changes'),
  action('carts.read', 'Carts', 'See carts'),
  action('stock.read', 'Stock', 'See stock and its movements'),
  action('stock.update', 'Stock', 'Adjust stock'),
  action('variations.update', 'Products', 'Edit variations and pictures in the table'),
  action('sales.preview', 'Sales', 'Preview what a sale does'),
  action('discount-codes.read', 'Discount codes', 'See which orders used a code'),
  action('discount-codes.generate', 'Discount codes', 'Generate codes'),
  action('layout.update', 'Home page', 'Compose pages and share previews'),
  action('imports.run', 'Import and export', 'Import products'),
  action('exports.run', 'Import and export', 'Export products'),
  action('figures.read', 'Figures', 'See revenue and best sellers'),
  action('customers.data', 'Customers', 'Export and erase the data of customers'),
  action('settings.read', 'Settings', "See the shop's settings"),
  action('settings.update', 'Settings', "Change the shop's settings"),
  action('catalogue.rebuild', 'Maintenance', 'Check and mend the catalogue'),
];
