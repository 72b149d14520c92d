import { PERMISSIONS } from '../../permissions';
import { adminRoute } from './admin-route';

export const figureRoutes = [
  adminRoute('GET', '/figures/revenue', 'adminFigures.revenue', PERMISSIONS.readFigures),
  adminRoute('GET', '/figures/best-sellers', 'adminFigures.bestSellers', PERMISSIONS.readFigures),
];
