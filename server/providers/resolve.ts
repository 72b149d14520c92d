import type { Core } from '@strapi/strapi';

import { manualPayment } from './builtin/manual-payment';
import type { PaymentProvider } from './payment';

/** A site registers an object, or a function that makes it once the host is there. */
export type ProviderEntry<Provider> = Provider | ((host: { strapi: Core.Strapi }) => Provider);

export interface Providers {
  payments: PaymentProvider[];
}

/** @throws an Error that says what a configured provider lacks; the shop does not start with half a provider. */
export function resolveProviders(
  strapi: Core.Strapi,
  config: { manual: boolean; payments: ProviderEntry<PaymentProvider>[] }
): Providers {
  const own = config.payments.map((entry, index) =>
    checkPayment(resolve(strapi, entry), `providers.payments.${index}`)
  );
  const payments = config.manual ? [manualPayment, ...own] : own;
  const names = payments.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new Error(`cartwright: two payment providers are called "${twice}"`);
  }
  return { payments };
}

function resolve<Provider>(strapi: Core.Strapi, entry: ProviderEntry<Provider>): Provider {
  return typeof entry === 'function'
    ? (entry as (host: { strapi: Core.Strapi }) => Provider)({ strapi })
    : entry;
}

/** The compiler believes the type; a site's file may be JavaScript. */
function checkPayment(provider: PaymentProvider, key: string): PaymentProvider {
  const given = provider as Partial<PaymentProvider> | null | undefined;
  const missing = [
    ...(['name', 'label'] as const).filter((field) => typeof given?.[field] !== 'string'),
    ...(['authorize'] as const).filter((method) => typeof given?.[method] !== 'function'),
  ];
  if (missing.length > 0) {
    throw new Error(`cartwright: the provider at "${key}" lacks ${missing.join(', ')}`);
  }
  return provider;
}
