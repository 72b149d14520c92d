/** What a role of the admin may do in the shop, besides the Content Manager's own permissions on its types. */
export const PERMISSIONS = {
  readOrders: 'plugin::cartwright.orders.read',
  updateOrders: 'plugin::cartwright.orders.update',
  customerData: 'plugin::cartwright.customers.data',
  rebuild: 'plugin::cartwright.catalogue.rebuild',
} as const;

/** As the host registers them: they show in Settings → Roles, under Plugins → Cartwright. */
export const PERMISSION_ACTIONS = [
  {
    section: 'plugins',
    displayName: 'See orders',
    uid: 'orders.read',
    subCategory: 'Orders',
    pluginName: 'cartwright',
  },
  {
    section: 'plugins',
    displayName: 'Handle orders: payments, parcels, refunds, changes',
    uid: 'orders.update',
    subCategory: 'Orders',
    pluginName: 'cartwright',
  },
  {
    section: 'plugins',
    displayName: 'Export and erase the data of customers',
    uid: 'customers.data',
    subCategory: 'Customers',
    pluginName: 'cartwright',
  },
  {
    section: 'plugins',
    displayName: 'Check and mend the catalogue',
    uid: 'catalogue.rebuild',
    subCategory: 'Maintenance',
    pluginName: 'cartwright',
  },
];
