import { PERMISSIONS } from '../../permissions';
import { adminRoute } from './admin-route';

export const stockRoutes = [
  adminRoute('GET', '/stock', 'adminStock.list', PERMISSIONS.readStock),
  adminRoute('POST', '/stock/adjust', 'adminStock.adjust', PERMISSIONS.adjustStock),
  adminRoute('GET', '/stock/movements.csv', 'adminStock.exportMovements', PERMISSIONS.readStock),
  adminRoute('GET', '/stock/movements', 'adminStock.movements', PERMISSIONS.readStock),
];
