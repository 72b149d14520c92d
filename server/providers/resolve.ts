import type { Core } from '@strapi/strapi';

import type { Settings } from '../config';
import { cookieCartCarrier } from './builtin/cookie-cart-carrier';
import { headerCartCarrier } from './builtin/header-cart-carrier';
import { manualPayment } from './builtin/manual-payment';
import { shippingByOptions } from './builtin/shipping-options';
import { taxByRates } from './builtin/tax-rates';
import type { CartCarrier } from './cart-carrier';
import type { InventoryProvider } from './inventory';
import type { ProviderEntry } from './entry';
import type { PaymentProvider } from './payment';
import type { ShippingProvider } from './shipping';
import type { TaxProvider } from './tax';

export interface Providers {
  payments: PaymentProvider[];
  tax: TaxProvider;
  shipping: ShippingProvider;
  /** null: the shop's own stock fields count. */
  inventory: InventoryProvider | null;
  cartCarrier: CartCarrier;
}

/**
 * The providers of the shop: the site's own, or the built-in ones that read the config.
 *
 * @throws an Error that says what a configured provider lacks; the shop does not start with half a provider
 */
export function resolveProviders(strapi: Core.Strapi, settings: Settings): Providers {
  const { manual, payments, tax, shipping, inventory, cartSession } = settings.providers;
  const own = payments.map((entry, index) =>
    check(resolve(strapi, entry), `providers.payments.${index}`, PAYMENT)
  );
  const all = manual ? [manualPayment, ...own] : own;
  const names = all.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new Error(`cartwright: two payment providers are called "${twice}"`);
  }
  return {
    payments: all,
    tax: tax ? check(resolve(strapi, tax), 'providers.tax', TAX) : builtInTax(settings),
    shipping: shipping
      ? check(resolve(strapi, shipping), 'providers.shipping', SHIPPING)
      : builtInShipping(settings),
    inventory: inventory
      ? check(resolve(strapi, inventory), 'providers.inventory', INVENTORY)
      : null,
    cartCarrier: cartSession
      ? check(resolve(strapi, cartSession), 'providers.cartSession', CART_CARRIER)
      : CART_CARRIERS[settings.cart.session],
  };
}

/** The same providers after the settings have changed: the site's own stay as they are, the built-in ones read anew. */
export function withSettings(providers: Providers, settings: Settings): Providers {
  const { tax, shipping } = settings.providers;
  return {
    ...providers,
    tax: tax ? providers.tax : builtInTax(settings),
    shipping: shipping ? providers.shipping : builtInShipping(settings),
  };
}

const builtInTax = ({ tax, roundingMode }: Settings) => taxByRates(tax.rates, roundingMode);
const builtInShipping = ({ shipping }: Settings) => shippingByOptions(shipping.options);

const CART_CARRIERS = { header: headerCartCarrier, cookie: cookieCartCarrier };

function resolve<Provider>(strapi: Core.Strapi, entry: ProviderEntry<Provider>): Provider {
  return typeof entry === 'function'
    ? (entry as (host: { strapi: Core.Strapi }) => Provider)({ strapi })
    : entry;
}

/** What a provider must have. */
interface Shape {
  texts: string[];
  methods: string[];
}

const PAYMENT: Shape = { texts: ['name', 'label'], methods: ['authorize'] };
const TAX: Shape = { texts: ['name'], methods: ['tax'] };
const SHIPPING: Shape = { texts: ['name'], methods: ['quote'] };
const CART_CARRIER: Shape = { texts: ['name'], methods: ['read', 'write'] };
const INVENTORY: Shape = {
  texts: ['name'],
  methods: ['available', 'reserve', 'confirm', 'release'],
};

/** The compiler believes the type; a site's file may be JavaScript. */
function check<Provider>(provider: Provider, key: string, { texts, methods }: Shape): Provider {
  const given = (provider ?? {}) as Record<string, unknown>;
  const missing = [
    ...texts.filter((field) => typeof given[field] !== 'string'),
    ...methods.filter((method) => typeof given[method] !== 'function'),
  ];
  if (missing.length > 0) {
    throw new Error(`cartwright: the provider at "${key}" lacks ${missing.join(', ')}`);
  }
  return provider;
}
