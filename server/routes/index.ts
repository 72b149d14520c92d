import { adminRoutes } from './admin';
import { storeRoutes } from './store';

export const routes = {
  'content-api': { type: 'content-api', routes: storeRoutes },
  'admin': { type: 'admin', routes: adminRoutes },
};
