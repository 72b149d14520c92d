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

const ORDER = '/orders/:documentId';

/** Who may see orders may see what was issued about them; a new number is given by who may change them. */
const documentRoutes = [
  adminRoute('GET', `${ORDER}/documents`, 'adminDocuments.list', PERMISSIONS.readOrders),
  ...printed(`${ORDER}/documents/:id`, 'adminDocuments.document'),
  ...printed(`${ORDER}/invoice`, 'adminDocuments.invoice'),
  ...printed(`${ORDER}/credit-notes/:refundId`, 'adminDocuments.creditNote'),
  ...printed(`${ORDER}/packing-slip`, 'adminDocuments.packingSlip'),
  adminRoute('POST', `${ORDER}/invoice`, 'adminDocuments.issueInvoice', PERMISSIONS.updateOrders),
  adminRoute(
    'POST',
    `${ORDER}/invoice/cancel`,
    'adminDocuments.cancelInvoice',
    PERMISSIONS.updateOrders
  ),
  adminRoute(
    'POST',
    `${ORDER}/credit-notes/:refundId`,
    'adminDocuments.issueCreditNote',
    PERMISSIONS.updateOrders
  ),
];

/** As a page and as a PDF. The PDF's path comes first: the other one would take its ending for a part of the name. */
function printed(path: string, handler: string) {
  return [
    adminRoute('GET', `${path}.pdf`, `${handler}Pdf`, PERMISSIONS.readOrders),
    adminRoute('GET', path, handler, PERMISSIONS.readOrders),
  ];
}

/** What staff do to an order, and the orders that they make themselves. */
const orderRoutes = [
  ['POST', '/orders/preview', 'adminStaffOrders.preview'],
  ['POST', '/orders', 'adminStaffOrders.place'],
  ['POST', `${ORDER}/fulfilments`, 'adminOrderSteps.ship'],
  ['PUT', `${ORDER}/fulfilments/:id`, 'adminOrderSteps.correctTracking'],
  ['POST', `${ORDER}/payments/:paymentId/capture`, 'adminOrderSteps.capture'],
  ['POST', `${ORDER}/payments/:paymentId/void`, 'adminOrderSteps.void'],
  ['POST', `${ORDER}/refunds/preview`, 'adminOrderSteps.previewRefund'],
  ['POST', `${ORDER}/refunds`, 'adminOrderSteps.refund'],
  ['POST', `${ORDER}/cancel`, 'adminOrderSteps.cancel'],
  ['POST', `${ORDER}/edit/preview`, 'adminOrderSteps.previewEdit'],
  ['POST', `${ORDER}/edit`, 'adminOrderSteps.edit'],
  ['POST', `${ORDER}/payment-link`, 'adminOrderSteps.requestPayment'],
  ['POST', `${ORDER}/notes`, 'adminOrderSteps.note'],
].map(([method = '', path = '', handler = '']) =>
  adminRoute(method, path, handler, PERMISSIONS.updateOrders)
);

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
  ...orderRoutes,
  ...documentRoutes,
  adminRoute('POST', '/customers/export', 'adminCustomers.export', PERMISSIONS.customerData),
  adminRoute('POST', '/customers/erase', 'adminCustomers.erase', PERMISSIONS.customerData),
  adminRoute('POST', '/rebuild', 'adminRebuild.step', PERMISSIONS.rebuild),
];
