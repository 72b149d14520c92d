import { PERMISSIONS } from '../permissions';
import { adminRoute } from './admin/admin-route';
import { documentRoutes } from './admin/documents';
import { orderRoutes } from './admin/orders';

export const adminRoutes = [
  adminRoute('GET', '/shop', 'adminShop.show'),
  ...orderRoutes,
  ...documentRoutes,
  adminRoute('POST', '/customers/export', 'adminCustomers.export', PERMISSIONS.customerData),
  adminRoute('POST', '/customers/erase', 'adminCustomers.erase', PERMISSIONS.customerData),
  adminRoute('POST', '/rebuild', 'adminRebuild.step', PERMISSIONS.rebuild),
];
