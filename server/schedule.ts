import type { Core } from '@strapi/strapi';

import { shopOf } from './compose';

/** Overlapping sales hand over within this time at the latest (rule 3.5 allows sixty seconds). */
const EVERY_TWENTY_SECONDS = '*/20 * * * * *';

/**
 * What must happen without anybody asking. Each task may run on several servers at once. A server that is not to
 * run tasks says `cron: { enabled: false }` in config/server, as with the host's own.
 */
export function scheduleTasks(strapi: Core.Strapi): void {
  if (!strapi.config.get<boolean>('server.cron.enabled', true)) return;
  strapi.cron.add({
    'cartwright.sales': {
      task: () => sweepSales(strapi),
      options: { rule: EVERY_TWENTY_SECONDS },
    },
  });
}

/** Where the last sweep stopped is kept, so that nothing is missed while no server runs. */
export async function sweepSales(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'cartwright' });
  try {
    const last = (await store.get({ key: 'sales-swept-until' })) as string | null;
    const until = await shopOf(strapi).sales.sweep(new Date(last ?? 0));
    await store.set({ key: 'sales-swept-until', value: until.toISOString() });
  } catch (error) {
    // It is tried again in twenty seconds; a task that throws would end the process.
    strapi.log.error(`cartwright: the sweep of the sales failed: ${String(error)}`);
  }
}
