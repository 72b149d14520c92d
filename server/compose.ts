import type { Core } from '@strapi/strapi';

import type { Settings } from './config';
import { hostUtils } from './host-utils';
import { resolveProviders } from './providers/resolve';
import { createEmit } from './events/emit';
import { createCartWrites } from './services/cart-writes';
import { createCarts } from './services/carts';
import { createCatalogue } from './services/catalogue';
import { createCategories } from './services/categories';
import { createCheckout } from './services/checkout';
import { createImports } from './services/imports';
import { createListings } from './services/listings';
import { createOrders } from './services/orders';
import { createPayments } from './services/payments';
import { createPlacements } from './services/placements';
import { createPricing } from './services/pricing';
import { createRebuild } from './services/rebuild';
import { createSales } from './services/sales';
import { createSecrets } from './services/secrets';
import { createAddedOptionTypes } from './storage/added-option-types';
import { createDatabase } from './storage/database';
import { createDefaultLocale } from './storage/default-locale';
import { createImportStorage } from './storage/imports/import-storage';

/** Builds storage, providers and services once for each Strapi: the only wiring. */
function compose(strapi: Core.Strapi) {
  const settings = strapi.config.get<Settings>('plugin::cartwright');
  const database = createDatabase(strapi);
  const providers = resolveProviders(strapi, settings.providers);
  const clock = () => new Date();
  const defaultLocale = createDefaultLocale(strapi);
  const secrets = createSecrets(siteSecret(strapi));
  const emit = createEmit(strapi, database);
  const warn = warnOnce(strapi);
  const slugify = (text: string) => hostUtils(strapi).strings.nameToSlug(text);
  const optionTypes = createAddedOptionTypes(strapi);
  const catalogue = createCatalogue({
    settings,
    slugify,
    defaultLocale,
    now: clock,
    addedOptionTypes: optionTypes.list,
    warn,
  });
  const sales = createSales({ settings, database, clock, warn });
  const rebuild = createRebuild({ database, catalogue });
  const imports = createImports({
    settings,
    database,
    slugify,
    defaultLocale,
    lockCatalogue: catalogue.lock,
    optionTypes,
    ...createImportStorage(strapi),
  });
  const listings = createListings({ settings, database, defaultLocale, clock });
  const categories = createCategories({ database, defaultLocale, clock });
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
    imports,
    listings,
    categories,
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

/** Each thing once: what is wrong with a sale is wrong at every save until somebody mends it. */
function warnOnce(strapi: Core.Strapi): (message: string) => void {
  const told = new Set<string>();
  return (message) => {
    if (told.has(message)) return;
    told.add(message);
    strapi.log.warn(`cartwright: ${message}`);
  };
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
