import { PERMISSIONS } from '../../permissions';
import { adminRoute } from './admin-route';

const ORDER = '/orders/:documentId';

/** Who may see orders may see what was issued about them; a new number is given by who may change them. */
export const documentRoutes = [
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
