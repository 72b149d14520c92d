import { randomInt } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { shopOfRequest } from './compose/shop-of-request';
import { documentFont, editorOf, mappedTypes, postOf, shopDetails } from './compose/site';
import { siteSettings } from './compose/site-settings';
import { createStanding, type Standing } from './compose/standing';
import type { Settings } from './config';
import type { PaymentProvider } from './providers/payment';
import { withSettings } from './providers/resolve';
import { createTell } from './events/emit';
import { EVENT_NAMES } from './events/events';
import { createCartHolds } from './services/cart-holds';
import { createAddresses } from './services/addresses';
import { createCartWrites } from './services/cart-writes';
import { createCartPurge } from './services/cart-purge';
import { createCartDesk } from './services/cart-desk';
import { createCarts } from './services/carts';
import { createCatalogue } from './services/catalogue';
import { createCategories } from './services/categories';
import { createCheckout } from './services/checkout';
import { createContent } from './services/content';
import { createDocuments } from './services/documents';
import { createCustomerDesk } from './services/customer-desk';
import { createCustomers } from './services/customers';
import { createDiscountCodeTools } from './services/discount-code-tools';
import { createDiscountCodes } from './services/discount-codes';
import { createImports } from './services/imports';
import { createInventory } from './services/inventory';
import { createInvoices } from './services/invoices';
import { createLayout } from './services/layout';
import { createListings } from './services/listings';
import { createFigures } from './services/figures';
import { createFirstSteps } from './services/first-steps';
import { createFulfilments } from './services/fulfilments';
import { createOptionPlan } from './services/option-plan';
import { createOrderDesk } from './services/order-desk';
import { createOrderEdits } from './services/order-edits';
import { createOrderLife } from './services/order-life';
import { createOrderSteps } from './services/order-steps';
import { createOrderSweep } from './services/order-sweep';
import { createOrders } from './services/orders';
import { createPayments } from './services/payments';
import { createPlacements } from './services/placements';
import { createPricesAt } from './services/prices-at';
import { createPricing } from './services/pricing';
import { createProductPictures } from './services/product-pictures';
import { createRefunds } from './services/refunds';
import { createStaffOrders } from './services/staff-orders';
import { createRatings } from './services/ratings';
import { createRebuild } from './services/rebuild';
import { createSalePreviews } from './services/sale-preview';
import { createSavedViews } from './services/saved-views';
import { createMailDesk } from './services/mails/mail-desk';
import { createSettingsDesk } from './services/shop-settings/settings-desk';
import { createSales } from './services/sales';
import { daysAfter, type HoldUntil, minutesAfter } from './services/shopper';
import { createStockDesk } from './services/stock-desk';
import { createSoldEntries } from './services/sold-entries';
import { createThingsToSell } from './services/things-to-sell';
import { createVariationTable } from './services/variation-table';
import { createWebhooks } from './services/webhooks';
import { createAccounts } from './storage/accounts';
import { createContentStorage } from './storage/content';
import { createEditorsRights } from './storage/editors-rights';
import { createExtraFields } from './storage/extra-fields';
import { createCatalogueWriter } from './storage/imports/catalogue-writer';
import { createImportStorage } from './storage/imports/import-storage';
import { createLayoutWriter, createSiteLocales } from './storage/layout-writer';
import { findLanguages } from './storage/languages';
import { createSellables } from './storage/sellables';
import { variationType } from './storage/sellables/variations';

/**
 * Builds the services with the settings of the moment: the only wiring. What lives longer than these settings stands in
 * `compose/standing.ts`, so nothing here may count, gather or keep a timer.
 */
function compose(strapi: Core.Strapi, standing: Standing, settings: Settings) {
  const { database, clock, defaultLocale, secrets, warn, alarm, slugify, optionTypes } = standing;
  const { rateLimits, popularity, mails, outbox, shopSettings } = standing;
  const providers = withSettings(standing.providers, settings);
  const catalogueContext = {
    settings,
    slugify,
    defaultLocale,
    now: clock,
    editor: () => editorOf(strapi),
    addedOptionTypes: optionTypes.list,
    warn,
  };
  const catalogue = createCatalogue(catalogueContext);
  const optionPlan = createOptionPlan({ database, catalogue: catalogueContext });
  const pricesAt = createPricesAt({ settings, database, defaultLocale, clock, warn });
  const productPictures = createProductPictures({
    settings,
    database,
    catalogue,
    writer: createCatalogueWriter(strapi),
    defaultLocale,
  });
  const sales = createSales({ settings, database, clock, warn });
  const salePreviews = createSalePreviews({ settings, database, defaultLocale, clock, warn });
  const variationTable = createVariationTable({ database, catalogue });
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
  const discountCodeTools = createDiscountCodeTools({
    settings,
    database,
    clock,
    randomBelow: (limit) => randomInt(limit),
  });
  const categories = createCategories({ database, defaultLocale, extraFields, clock });
  const layout = createLayout({
    settings,
    database,
    defaultLocale,
    extraFields,
    secrets,
    writer: createLayoutWriter(strapi),
    locales: createSiteLocales(strapi),
    clock,
    warn,
  });
  const content = createContent({
    content: createContentStorage(strapi),
    defaultLocale,
    clock,
  });
  const ratings = createRatings({ database, defaultLocale, clock });
  const inventory = createInventory(providers.inventory, {
    holdMinutes: settings.stock.holdMinutes,
    warn: alarm,
  });
  const sellables = createSellables([variationType, ...mappedTypes(strapi, settings, warn)]);
  const holds = createCartHolds({ settings, sellables });
  const soldEntries = createSoldEntries(sellables);
  const pricing = createPricing(settings, providers, inventory.stocked);
  const holdUntil = holdFor(settings, providers.payments);
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
  const thingsToSell = createThingsToSell({
    database,
    sellables,
    inventory,
    defaultLocale,
    clock,
  });
  const firstSteps = createFirstSteps({
    settings,
    database,
    desk: {
      preview: staffOrders.preview,
      place: staffOrders.place,
      note: orderLife.note,
      cancel: orderLife.cancel,
    },
    clock,
  });
  const stockDesk = createStockDesk({
    settings,
    database,
    defaultLocale,
    ownInventory: inventory.own,
    emit,
    clock,
  });
  const customerDesk = createCustomerDesk({ settings, database, accounts });
  const orders = createOrders({ database, steps: orderSteps, payments, documents, secrets });
  const orderDesk = createOrderDesk({
    database,
    paymentMethods: providers.payments,
    ship: fulfilments.ship,
    issueInvoice: invoices.issue,
    clock,
  });
  const cartDesk = createCartDesk({ settings, database, accounts, clock });
  const figures = createFigures({ database, paymentMethods: providers.payments, clock });
  const savedViews = createSavedViews({ database, clock });
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
  const settingsDesk = createSettingsDesk({
    shopSettings,
    readEdited: standing.readEdited,
    providers: standing.providers,
    database,
    addedOptionTypes: optionTypes.list,
    clock,
  });
  const mailDesk = createMailDesk({
    database,
    secrets,
    post: postOf(strapi),
    paymentMethods: providers.payments,
    languages: () => findLanguages(strapi),
    clock,
  });
  return {
    settings,
    database,
    providers,
    catalogue,
    optionPlan,
    pricesAt,
    productPictures,
    editorsRights: createEditorsRights(strapi),
    variationTable,
    sales,
    salePreviews,
    rebuild,
    imports,
    importDesk: standing.importDesk,
    listings,
    categories,
    content,
    layout,
    discountCodes,
    discountCodeTools,
    soldEntries,
    ratings,
    rateLimits,
    popularity,
    carts,
    cartPurge,
    checkout,
    addresses,
    customers,
    customerDesk,
    orders,
    orderDesk,
    cartDesk,
    figures,
    savedViews,
    orderLife,
    fulfilments,
    refunds,
    orderEdits,
    staffOrders,
    thingsToSell,
    firstSteps,
    stockDesk,
    documents,
    invoices,
    outbox,
    mails,
    shopSettings,
    settingsDesk,
    mailDesk,
    inventory,
    eventNames: EVENT_NAMES,
    orderSweep,
    webhooks,
  };
}

export type Shop = ReturnType<typeof compose>;

interface Running {
  standing: Standing;
  shop: Shop;
}

const running = new WeakMap<Core.Strapi, Running>();

/** The shop as it is now; inside a request, as it was when the request began. Ask each time, and keep nothing of it. */
export function shopOf(strapi: Core.Strapi): Shop {
  return shopOfRequest(strapi) ?? currentShop(strapi);
}

export function currentShop(strapi: Core.Strapi): Shop {
  return (running.get(strapi) ?? start(strapi)).shop;
}

/** A start that failed before its shop was there has nothing to bring to an end. */
export const hasShop = (strapi: Core.Strapi): boolean => running.has(strapi);

function start(strapi: Core.Strapi): Running {
  const standing = createStanding(strapi, {
    now: () => currentShop(strapi),
    apply: (settings) => {
      running.set(strapi, { standing, shop: compose(strapi, standing, settings) });
      strapi.config.set('plugin::cartwright', settings);
    },
  });
  const begun = { standing, shop: compose(strapi, standing, siteSettings(strapi).settings) };
  running.set(strapi, begun);
  return begun;
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
