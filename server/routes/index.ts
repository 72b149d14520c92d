import { storeRoutes } from './store';

export const routes = {
  'content-api': { type: 'content-api', routes: storeRoutes },
};
