import { PERMISSIONS } from '../../permissions';
import { adminRoute } from './admin-route';

/** Staff look at carts; nobody but the shopper changes one. */
export const cartRoutes = [
  adminRoute('GET', '/carts', 'adminCarts.list', PERMISSIONS.readCarts),
  adminRoute('GET', '/carts/:documentId', 'adminCarts.show', PERMISSIONS.readCarts),
];
