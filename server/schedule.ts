import type { Core } from '@strapi/strapi';

import { shopOf } from './compose';

/** Overlapping sales hand over within this time at the latest (rule 3.5 allows sixty seconds). */
const EVERY_TWENTY_SECONDS = '*/20 * * * * *';

/** An order whose time is up is cancelled within a minute. */
const EVERY_MINUTE = '30 * * * * *';

/** When few shoppers are about, and not on the hour, when everybody else's tasks run. */
const EVERY_NIGHT = '0 17 3 * * *';

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
    'cartwright.waiting-orders': {
      task: () => sweepOrders(strapi),
      options: { rule: EVERY_MINUTE },
    },
    'cartwright.old-carts': {
      task: () => purgeOldCarts(strapi),
      options: { rule: EVERY_NIGHT },
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

/** What nobody waits for any more: holds that ran out, answers that never came, messages that came too early. */
export async function sweepOrders(strapi: Core.Strapi): Promise<void> {
  const { orderSweep, webhooks } = shopOf(strapi);
  try {
    await webhooks.sweep();
    await orderSweep.sweep();
  } catch (error) {
    // It is tried again in a minute; a task that throws would end the process.
    strapi.log.error(`cartwright: the sweep of the orders failed: ${String(error)}`);
  }
}

/** Carts past `cart.expiryDays`, and the keys of requests that can no longer be repeated. */
export async function purgeOldCarts(strapi: Core.Strapi): Promise<void> {
  const { cartPurge } = shopOf(strapi);
  try {
    const { carts } = await cartPurge.purge();
    await cartPurge.forgetRequests();
    if (carts > 0) strapi.log.info(`cartwright: purged ${carts} carts that nobody came back to`);
  } catch (error) {
    // What is left is gone tomorrow night; a task that throws would end the process.
    strapi.log.error(`cartwright: purging old carts failed: ${String(error)}`);
  }
}
