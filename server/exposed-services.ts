import type { Core } from '@strapi/strapi';

import { type Shop, shopOf } from './compose';
import { presentCustomerData } from './controllers/present-customer';
import { uninstall } from './uninstall';

type Name = Exclude<keyof Shop, 'settings' | 'database' | 'providers'>;

/** The host builds a service once and keeps it, while the shop may be composed anew: each call asks for today's. */
const service =
  <Key extends Name>(name: Key) =>
  ({ strapi }: { strapi: Core.Strapi }): Shop[Key] => {
    type Method = (...values: unknown[]) => unknown;
    const today = () => shopOf(strapi)[name] as Record<string, Method>;
    const methods = Object.keys(today()).map((method): [string, Method] => [
      method,
      (...values) => today()[method]?.(...values),
    ]);
    return Object.fromEntries(methods) as Shop[Key];
  };

/** What a site's own code may call: `strapi.plugin('cartwright').service('carts')`. */
export const exposedServices = {
  carts: ({ strapi }: { strapi: Core.Strapi }) => ({
    ...service('carts')({ strapi }),
    purge: (...terms: Parameters<Shop['cartPurge']['purge']>) =>
      shopOf(strapi).cartPurge.purge(...terms),
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
