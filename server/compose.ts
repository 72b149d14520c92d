import type { Core } from '@strapi/strapi';

import {
  createSlugify,
  documentFont,
  mappedTypes,
  postOf,
  redisOf,
  shopDetails,
  siteSecret,
  warnOnce,
} from './compose/site';
import type { Settings } from './config';
import type { PaymentProvider } from './providers/payment';
import { resolveProviders } from './providers/resolve';
import { createTell } from './events/emit';
import { EVENT_NAMES } from './events/events';
import { createHub } from './events/hub';
import { createSiteWebhooks } from './events/site-webhooks';
import { createCartHolds } from './services/cart-holds';
import { createAddresses } from './services/addresses';
import { createCartWrites } from './services/cart-writes';
import { createCartPurge } from './services/cart-purge';
import { createCarts } from './services/carts';
import { createCatalogue } from './services/catalogue';
import { createCategories } from './services/categories';
import { createCheckout } from './services/checkout';
import { createContent } from './services/content';
import { createDocuments } from './services/documents';
import { createCustomers } from './services/customers';
import { createDiscountCodes } from './services/discount-codes';
import { createImports } from './services/imports';
import { createInventory } from './services/inventory';
import { createInvoices } from './services/invoices';
import { createListings } from './services/listings';
import { createMails } from './services/mails';
import { createFulfilments } from './services/fulfilments';
import { createOrderEdits } from './services/order-edits';
import { createOrderLife } from './services/order-life';
import { createOrderSteps } from './services/order-steps';
import { createOrderSweep } from './services/order-sweep';
import { createOrders } from './services/orders';
import { createOutbox } from './services/outbox';
import { createPayments } from './services/payments';
import { createPlacements } from './services/placements';
import { createPopularity } from './services/popularity';
import { createPricing } from './services/pricing';
import { createRateLimits } from './services/rate-limits';
import { createRefunds } from './services/refunds';
import { createStaffOrders } from './services/staff-orders';
import { createRatings } from './services/ratings';
import { createRebuild } from './services/rebuild';
import { createReturnedUnits } from './services/returned-units';
import { createSales } from './services/sales';
import { createSecrets } from './services/secrets';
import { daysAfter, type HoldUntil, minutesAfter } from './services/shopper';
import { createSoldEntries } from './services/sold-entries';
import { createWebhooks } from './services/webhooks';
import { createAccounts } from './storage/accounts';
import { createAddedOptionTypes } from './storage/added-option-types';
import { createContentStorage } from './storage/content';
import { createDatabase } from './storage/database';
import { createDefaultLocale } from './storage/default-locale';
import { createExtraFields } from './storage/extra-fields';
import { createImportStorage } from './storage/imports/import-storage';
import { createSellables } from './storage/sellables';
import { variationType } from './storage/sellables/variations';

/** Builds storage, providers and services once for each Strapi: the only wiring. */
function compose(strapi: Core.Strapi) {
  const settings = strapi.config.get<Settings>('plugin::cartwright');
  const database = createDatabase(strapi);
  const providers = resolveProviders(strapi, settings);
  const clock = () => new Date();
  const defaultLocale = createDefaultLocale(strapi);
  const secrets = createSecrets(siteSecret(strapi));
  const warn = warnOnce(strapi);
  const slugify = createSlugify(strapi);
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
  const rebuild = createRebuild({ database, catalogue, defaultLocale, clock });
  const imports = createImports({
    settings,
    database,
    slugify,
    defaultLocale,
    lockCatalogue: catalogue.lock,
    postponeRefresh: catalogue.postponeRefresh,
    optionTypes,
    ...createImportStorage(strapi),
  });
  const extraFields = createExtraFields(strapi, settings.catalog.extraFields);
  const discountCodes = createDiscountCodes({ settings });
  const categories = createCategories({ database, defaultLocale, extraFields, clock });
  const content = createContent({
    content: createContentStorage(strapi),
    defaultLocale,
    clock,
  });
  const ratings = createRatings({ database, defaultLocale, clock });
  const rateLimits = createRateLimits({
    rateLimits: settings.rateLimits,
    redis: redisOf(strapi, settings),
    warn,
  });
  const popularity = createPopularity({ database, warn });
  const inventory = createInventory(providers.inventory, {
    holdMinutes: settings.stock.holdMinutes,
    warn: (message) => strapi.log.error(`cartwright: ${message}`),
  });
  const sellables = createSellables([variationType, ...mappedTypes(strapi, settings, warn)]);
  const holds = createCartHolds({ settings, sellables });
  const soldEntries = createSoldEntries(sellables);
  const pricing = createPricing(settings, providers, inventory.stocked);
  const alarm = (message: string) => strapi.log.error(`cartwright: ${message}`);
  const holdUntil = holdFor(settings, providers.payments);
  const mails = createMails({
    settings,
    database,
    secrets,
    post: postOf(strapi),
    pdfOf: (order) => invoices.pdfOf(order),
    paymentMethods: providers.payments,
    defaultLocale,
    clock,
    warn: alarm,
  });
  const outbox = createOutbox({
    database,
    quick: [createHub(strapi), mails.consumer],
    slow: [createSiteWebhooks(strapi), createReturnedUnits({ database, inventory })],
    clock,
    warn: alarm,
  });
  const { emit } = outbox;
  const documents = createDocuments({
    settings,
    paymentLabel: (method) => payProvider(providers.payments, method)?.label ?? null,
  });
  const orderSteps = createOrderSteps({
    database,
    sellables,
    holds,
    ownInventory: inventory.own,
    defaultLocale,
    issueCreditNote: documents.issueCreditNote,
    emit,
    clock,
  });
  const payments = createPayments({
    providers: providers.payments,
    steps: orderSteps,
    holdUntil,
    clock,
  });
  const cartWrites = createCartWrites({
    settings,
    database,
    secrets,
    sellables,
    holds,
    inventory,
    defaultLocale,
    tell: createTell(strapi),
    price: pricing.priceCart,
  });
  const listings = createListings({
    settings,
    database,
    cartWrites,
    defaultLocale,
    extraFields,
    clock,
  });
  const carts = createCarts({
    settings,
    database,
    pricing,
    cartWrites,
    popularity,
    secrets,
    clock,
  });
  const cartPurge = createCartPurge({ settings, database, clock });
  const placements = createPlacements({
    settings,
    holdUntil,
    sellables,
    holds,
    ownInventory: inventory.own,
    secrets,
  });
  const orderSweep = createOrderSweep({
    database,
    steps: orderSteps,
    payments,
    documents,
    clock,
    warn: alarm,
  });
  const webhooks = createWebhooks({
    providers: providers.payments,
    database,
    payments,
    currency: settings.currency,
    clock,
    warn: alarm,
  });
  const invoices = createInvoices({
    database,
    documents,
    shopDetails: () => Promise.resolve(shopDetails(strapi, settings)),
    words: settings.documents.words,
    font: documentFont(strapi, settings),
    isOffline: (method) => payProvider(providers.payments, method)?.offline === true,
    defaultLocale,
    warn,
    clock,
  });
  const accounts = createAccounts(strapi);
  const orderLife = createOrderLife({
    steps: orderSteps,
    payments,
    documents,
    linkHoldUntil: (now) => daysAfter(now, settings.stock.offlineHoldDays),
  });
  const fulfilments = createFulfilments({ steps: orderSteps, payments });
  const refunds = createRefunds({ database, steps: orderSteps, payments, clock });
  const orderEdits = createOrderEdits({
    settings,
    database,
    sellables,
    pricing,
    cartWrites,
    inventory,
    documents,
    steps: orderSteps,
    defaultLocale,
    clock,
  });
  const staffOrders = createStaffOrders({
    settings,
    database,
    accounts,
    sellables,
    pricing,
    cartWrites,
    placements,
    payments,
    paymentProviders: providers.payments,
    inventory,
    popularity,
    defaultLocale,
    emit,
    clock,
  });
  const orders = createOrders({ database, steps: orderSteps, payments, documents, secrets });
  const addresses = createAddresses({ settings, database, clock });
  const customers = createCustomers({
    database,
    accounts,
    secrets,
    clock,
  });
  const checkout = createCheckout({
    settings,
    database,
    pricing,
    cartWrites,
    placements,
    popularity,
    inventory,
    defaultLocale,
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
    content,
    discountCodes,
    soldEntries,
    ratings,
    rateLimits,
    popularity,
    carts,
    cartPurge,
    checkout,
    addresses,
    customers,
    orders,
    orderLife,
    fulfilments,
    refunds,
    orderEdits,
    staffOrders,
    documents,
    invoices,
    outbox,
    mails,
    eventNames: EVENT_NAMES,
    orderSweep,
    webhooks,
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

/** A waiting order keeps its units for minutes; one that is paid outside the shop, for days (rule 7.3). */
function holdFor({ stock }: Settings, providers: readonly PaymentProvider[]): HoldUntil {
  const offline = new Set(providers.filter(({ offline }) => offline).map(({ name }) => name));
  return (method, now) =>
    offline.has(method)
      ? daysAfter(now, stock.offlineHoldDays)
      : minutesAfter(now, stock.holdMinutes);
}

const payProvider = (providers: readonly PaymentProvider[], name: string) =>
  providers.find((provider) => provider.name === name);
