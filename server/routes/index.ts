import { adminRoutes } from './admin';
import { contentRoutes } from './content';
import { storeRoutes } from './store';

export const routes = {
  'content-api': { type: 'content-api', routes: [...storeRoutes, ...contentRoutes] },
  'admin': { type: 'admin', routes: adminRoutes },
};
