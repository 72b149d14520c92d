import { PERMISSIONS } from '../../permissions';
import { adminRoute } from './admin-route';

const ORDER = '/orders/:documentId';

const seen = [
  adminRoute('GET', ORDER, 'adminOrders.show', PERMISSIONS.readOrders),
  adminRoute('GET', `${ORDER}/other-orders`, 'adminCustomers.otherOrders', PERMISSIONS.readOrders),
];

/** What staff do to an order, and the orders that they make themselves. */
const steps = [
  ['POST', `${ORDER}/mark-as-paid`, 'adminOrders.markAsPaid'],
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
  ['GET', '/sellables', 'adminStaffOrders.things'],
  ['POST', '/customers/search', 'adminCustomers.search'],
  ['GET', '/address-form', 'adminCustomers.form'],
].map(([method = '', path = '', handler = '']) =>
  adminRoute(method, path, handler, PERMISSIONS.updateOrders)
);

export const orderRoutes = [...seen, ...steps];
