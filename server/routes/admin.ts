import { PERMISSIONS } from '../permissions';

/** The routes of the admin's own pages, below `/cartwright`. Every one asks for a role's permission. */
function adminRoute(method: string, path: string, handler: string, permission: string) {
  return {
    method,
    path,
    handler,
    config: {
      policies: [
        'admin::isAuthenticatedAdmin',
        { name: 'admin::hasPermissions', config: { actions: [permission] } },
      ],
    },
  };
}

export const adminRoutes = [
  adminRoute('GET', '/orders', 'adminOrders.list', PERMISSIONS.readOrders),
  adminRoute('GET', '/orders/:documentId', 'adminOrders.show', PERMISSIONS.readOrders),
  adminRoute(
    'POST',
    '/orders/:documentId/mark-as-paid',
    'adminOrders.markAsPaid',
    PERMISSIONS.updateOrders
  ),
];
