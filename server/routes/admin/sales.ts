import { PERMISSIONS } from '../../permissions';
import { adminRoute } from './admin-route';

export const saleRoutes = [
  adminRoute('POST', '/sales/preview', 'adminSales.preview', PERMISSIONS.previewSales),
  adminRoute('POST', '/sales/preview/csv', 'adminSales.csv', PERMISSIONS.previewSales),
];
