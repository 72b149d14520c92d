import type { Core } from '@strapi/strapi';

import { type Shop, shopOf } from './compose';
import { presentCustomerData } from './controllers/present-customer';
import { uninstall } from './uninstall';

type Name = Exclude<keyof Shop, 'settings' | 'database' | 'providers'>;

const service =
  <Key extends Name>(name: Key) =>
  ({ strapi }: { strapi: Core.Strapi }): Shop[Key] =>
    shopOf(strapi)[name];

/** What a site's own code may call: `strapi.plugin('cartwright').service('carts')`. */
export const exposedServices = {
  carts: ({ strapi }: { strapi: Core.Strapi }) => ({
    ...shopOf(strapi).carts,
    purge: shopOf(strapi).cartPurge.purge,
  }),
  categories: service('categories'),
  /** As it goes out over HTTP: what a customer is handed. */
  customers: ({ strapi }: { strapi: Core.Strapi }) => ({
    export: async (email: string) =>
      presentCustomerData(await shopOf(strapi).customers.show(email)),
    erase: (email: string, by: string) => shopOf(strapi).customers.erase(email, by),
  }),
  checkout: service('checkout'),
  imports: service('imports'),
  listings: service('listings'),
  orders: service('orders'),
  ratings: service('ratings'),
  rebuild: service('rebuild'),
  sales: service('sales'),
  uninstall,
};
