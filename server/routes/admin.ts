import { PERMISSIONS } from '../permissions';

/** The routes of the admin's own pages, below `/cartwright`, for staff with the permission; without one, for all staff. */
function adminRoute(method: string, path: string, handler: string, permission?: string) {
  return {
    method,
    path,
    handler,
    config: {
      policies: [
        'admin::isAuthenticatedAdmin',
        ...(permission
          ? [{ name: 'admin::hasPermissions', config: { actions: [permission] } }]
          : []),
      ],
    },
  };
}

export const adminRoutes = [
  adminRoute('GET', '/shop', 'adminShop.show'),
  adminRoute('GET', '/orders', 'adminOrders.list', PERMISSIONS.readOrders),
  adminRoute('GET', '/orders/:documentId', 'adminOrders.show', PERMISSIONS.readOrders),
  adminRoute(
    'POST',
    '/orders/:documentId/mark-as-paid',
    'adminOrders.markAsPaid',
    PERMISSIONS.updateOrders
  ),
  adminRoute('POST', '/rebuild', 'adminRebuild.step', PERMISSIONS.rebuild),
];
