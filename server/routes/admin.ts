import { PERMISSIONS } from '../permissions';
import { adminRoute } from './admin/admin-route';
import { discountCodeRoutes } from './admin/discount-codes';
import { documentRoutes } from './admin/documents';
import { cartRoutes } from './admin/carts';
import { figureRoutes } from './admin/figures';
import { firstStepRoutes } from './admin/first-steps';
import { importRoutes } from './admin/imports';
import { layoutRoutes } from './admin/layout';
import { orderListRoutes } from './admin/order-list';
import { orderRoutes } from './admin/orders';
import { productPanelRoutes } from './admin/product-panel';
import { saleRoutes } from './admin/sales';
import { savedViewRoutes } from './admin/saved-views';
import { settingsRoutes } from './admin/settings';
import { stockRoutes } from './admin/stock';
import { variationTableRoutes } from './admin/variation-table';

export const adminRoutes = [
  adminRoute('GET', '/shop', 'adminShop.show'),
  ...orderListRoutes,
  ...orderRoutes,
  ...productPanelRoutes,
  ...documentRoutes,
  ...settingsRoutes,
  ...saleRoutes,
  ...discountCodeRoutes,
  ...cartRoutes,
  ...figureRoutes,
  ...layoutRoutes,
  ...savedViewRoutes,
  ...variationTableRoutes,
  ...stockRoutes,
  ...importRoutes,
  ...firstStepRoutes,
  adminRoute('POST', '/customers/export', 'adminCustomers.export', PERMISSIONS.customerData),
  adminRoute('POST', '/customers/erase', 'adminCustomers.erase', PERMISSIONS.customerData),
  adminRoute('POST', '/rebuild', 'adminRebuild.step', PERMISSIONS.rebuild),
];
