import { PERMISSIONS } from '../../permissions';
import { adminRoute } from './admin-route';

/** They stand before the routes of one order, which would take `names` for its id. */
export const orderListRoutes = [
  adminRoute('GET', '/orders', 'adminOrderDesk.list', PERMISSIONS.readOrders),
  adminRoute('GET', '/orders/names', 'adminOrderDesk.names', PERMISSIONS.readOrders),
  adminRoute('GET', '/orders/choices', 'adminOrderDesk.choices', PERMISSIONS.readOrders),
  adminRoute('GET', '/orders/export.csv', 'adminOrderDesk.exportMatching', PERMISSIONS.readOrders),
  adminRoute('POST', '/orders/export', 'adminOrderDesk.exportChosen', PERMISSIONS.readOrders),
  adminRoute('GET', '/orders/print.pdf', 'adminOrderDesk.printPdf', PERMISSIONS.readOrders),
  adminRoute('POST', '/orders/print', 'adminOrderDesk.print', PERMISSIONS.readOrders),
  adminRoute('POST', '/orders/bulk/fulfil', 'adminOrderDesk.fulfil', PERMISSIONS.updateOrders),
  adminRoute(
    'POST',
    '/orders/bulk/invoices',
    'adminOrderDesk.issueInvoices',
    PERMISSIONS.updateOrders
  ),
];
