import { AsyncResource } from 'node:async_hooks';

import type { Core } from '@strapi/strapi';

import { readEdited, readStored } from '../config/editable';
import type { Settings } from '../config';
import type { EditedValues } from '../domain/settings/editable';
import type { Order } from '../domain/orders/order';
import { createHub } from '../events/hub';
import { createSiteWebhooks } from '../events/site-webhooks';
import { resolveProviders } from '../providers/resolve';
import type { Inventory } from '../services/inventory';
import { createImportDesk } from '../services/import-desk';
import type { Importer } from '../services/import-desk/run-import';
import { createMails } from '../services/mails';
import type { Attachment } from '../services/mails/write-mail';
import { createOutbox } from '../services/outbox';
import { createPopularity } from '../services/popularity';
import { createRateLimits } from '../services/rate-limits';
import { createReturnedUnits } from '../services/returned-units';
import { createSecrets } from '../services/secrets';
import { createShopSettings } from '../services/shop-settings';
import { createDatabase } from '../storage/database';
import { createAddedOptionTypes } from '../storage/added-option-types';
import { createDefaultLocale } from '../storage/default-locale';
import { createSlugify, postOf, redisOf, siteSecret, warnOnce } from './site';
import { siteSettings } from './site-settings';

/** What the standing things ask the shop of the moment for. */
interface Composed {
  imports: Importer;
  settings: Settings;
  inventory: Pick<Inventory, 'restock'>;
  invoices: { pdfOf: (order: Order) => Promise<Attachment | null> };
}

export type Standing = ReturnType<typeof createStanding>;

/**
 * What is built once for each start, and stays when the settings change: whatever counts, gathers, remembers, waits or
 * keeps a connection, and the site's own providers. What it needs of the settings it asks for each time.
 */
export function createStanding(
  strapi: Core.Strapi,
  { now, apply }: { now: () => Composed; apply: (settings: Settings) => void }
) {
  const site = siteSettings(strapi);
  const database = createDatabase(strapi);
  const clock = () => new Date();
  const defaultLocale = createDefaultLocale(strapi);
  const secrets = createSecrets(siteSecret(strapi));
  const warn = warnOnce(strapi);
  const alarm = (message: string) => strapi.log.error(`cartwright: ${message}`);
  const providers = resolveProviders(strapi, site.settings);
  const optionTypes = createAddedOptionTypes(strapi);
  const mails = createMails({
    settings: () => now().settings,
    database,
    secrets,
    post: postOf(strapi),
    pdfOf: (order) => now().invoices.pdfOf(order),
    paymentMethods: providers.payments,
    defaultLocale,
    clock,
    warn: alarm,
  });
  const restock: Inventory['restock'] = (...units) => now().inventory.restock(...units);
  // Made at the start, where no request is: what runs in it belongs to none.
  const atStart = new AsyncResource('cartwright');
  return {
    importDesk: createImportDesk({
      database,
      importer: () => now().imports,
      detached: (work) => atStart.runInAsyncScope(work),
      clock,
      warn: alarm,
    }),
    database,
    clock,
    defaultLocale,
    secrets,
    warn,
    alarm,
    providers,
    optionTypes,
    readEdited: (edited: EditedValues) => readEdited(site, edited),
    slugify: createSlugify(strapi),
    rateLimits: createRateLimits({
      rateLimits: site.settings.rateLimits,
      redis: redisOf(strapi, site.settings),
      warn,
    }),
    popularity: createPopularity({ database, warn }),
    mails,
    outbox: createOutbox({
      database,
      quick: [createHub(strapi), mails.consumer],
      slow: [createSiteWebhooks(strapi), createReturnedUnits({ database, inventory: { restock } })],
      clock,
      warn: alarm,
    }),
    shopSettings: createShopSettings({
      site,
      database,
      optionTypes,
      readStored: (stored) => readStored(site, stored),
      readEdited: (edited) => readEdited(site, edited),
      apply,
      clock,
      warn: alarm,
    }),
  };
}
