import { PERMISSIONS } from '../../permissions';
import { adminRoute } from './admin-route';

/** Whoever sees the orders keeps views of them. */
export const savedViewRoutes = [
  adminRoute('GET', '/order-views', 'adminSavedViews.list', PERMISSIONS.readOrders),
  adminRoute('POST', '/order-views', 'adminSavedViews.keep', PERMISSIONS.readOrders),
  adminRoute('PUT', '/order-views/:id', 'adminSavedViews.change', PERMISSIONS.readOrders),
  adminRoute('DELETE', '/order-views/:id', 'adminSavedViews.remove', PERMISSIONS.readOrders),
];
