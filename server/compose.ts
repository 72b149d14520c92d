import type { Core } from '@strapi/strapi';

import type { Settings } from './config';
import { hostUtils } from './host-utils';
import { resolveProviders } from './providers/resolve';
import { createEmit } from './events/emit';
import { createCartWrites } from './services/cart-writes';
import { createCarts } from './services/carts';
import { createCatalogue } from './services/catalogue';
import { createCheckout } from './services/checkout';
import { createListings } from './services/listings';
import { createOrders } from './services/orders';
import { createPayments } from './services/payments';
import { createPlacements } from './services/placements';
import { createPricing } from './services/pricing';
import { createRebuild } from './services/rebuild';
import { createSales } from './services/sales';
import { createSecrets } from './services/secrets';
import { createDatabase } from './storage/database';
import { createDefaultLocale } from './storage/default-locale';

/** Builds storage, providers and services once for each Strapi: the only wiring. */
function compose(strapi: Core.Strapi) {
  const settings = strapi.config.get<Settings>('plugin::cartwright');
  const database = createDatabase(strapi);
  const providers = resolveProviders(strapi, settings.providers);
  const clock = () => new Date();
  const defaultLocale = createDefaultLocale(strapi);
  const secrets = createSecrets(siteSecret(strapi));
  const emit = createEmit(strapi, database);
  const catalogue = createCatalogue({
    settings,
    slugify: (text) => hostUtils(strapi).strings.nameToSlug(text),
    defaultLocale,
    now: clock,
  });
  const sales = createSales({ settings, database, clock });
  const rebuild = createRebuild({ database, catalogue });
  const listings = createListings({ settings, database, defaultLocale, clock });
  const pricing = createPricing(settings);
  const payments = createPayments({ database, providers: providers.payments, emit, clock });
  const cartWrites = createCartWrites({
    settings,
    database,
    secrets,
    defaultLocale,
    price: pricing.priceCart,
  });
  const carts = createCarts({ settings, pricing, cartWrites, secrets, clock });
  const placements = createPlacements({
    settings,
    paymentProviders: providers.payments,
    secrets,
  });
  const orders = createOrders({ database, payments });
  const checkout = createCheckout({
    settings,
    database,
    pricing,
    cartWrites,
    placements,
    payments,
    paymentProviders: providers.payments,
    secrets,
    emit,
    clock,
  });
  return {
    settings,
    database,
    providers,
    catalogue,
    sales,
    rebuild,
    listings,
    carts,
    checkout,
    orders,
  };
}

export type Shop = ReturnType<typeof compose>;

const shops = new WeakMap<Core.Strapi, Shop>();

export function shopOf(strapi: Core.Strapi): Shop {
  const known = shops.get(strapi);
  if (known) return known;
  const shop = compose(strapi);
  shops.set(strapi, shop);
  return shop;
}

/** Tokens are derived from the site's own key, which every Strapi has; a database that leaks holds none. */
function siteSecret(strapi: Core.Strapi): string {
  const [key] = strapi.config.get<string[]>('server.app.keys', []);
  if (!key)
    throw new Error(
      'cartwright: config/server needs app.keys; carts and orders are signed with them'
    );
  return key;
}
