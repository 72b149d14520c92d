import type { Core } from '@strapi/strapi';

import { shopOf } from './compose';

/** Overlapping sales hand over within this time at the latest (rule 3.5 allows sixty seconds). */
const EVERY_TWENTY_SECONDS = '*/20 * * * * *';

/** An order whose time is up is cancelled within a minute. */
const EVERY_MINUTE = '30 * * * * *';

/** What ran out counts no more, whether it is still written down or not. */
const EVERY_TEN_MINUTES = '45 */10 * * * *';

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
    'cartwright.held-units': {
      task: () => forgetHolds(strapi),
      options: { rule: EVERY_TEN_MINUTES },
    },
    'cartwright.outbox': {
      task: () => sweepOutbox(strapi),
      options: { rule: EVERY_MINUTE },
    },
    'cartwright.mails': {
      task: () => sweepMails(strapi),
      options: { rule: EVERY_MINUTE },
    },
    'cartwright.old-events': {
      task: () => purgeOldEvents(strapi),
      options: { rule: EVERY_NIGHT },
    },
    'cartwright.remembered-customers': {
      task: () => forgetCustomers(strapi),
      options: { rule: EVERY_NIGHT },
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

/** What carts kept for their shoppers and keep no more. */
export async function forgetHolds(strapi: Core.Strapi): Promise<void> {
  try {
    await shopOf(strapi).cartPurge.forgetHolds();
  } catch (error) {
    // It is tried again in ten minutes; a task that throws would end the process.
    strapi.log.error(`cartwright: forgetting what carts kept failed: ${String(error)}`);
  }
}

/** Customers who asked to be remembered, and did not come back for `checkout.rememberDays`. */
export async function forgetCustomers(strapi: Core.Strapi): Promise<void> {
  try {
    await shopOf(strapi).customers.forgetExpired();
  } catch (error) {
    // They are forgotten tomorrow night; a task that throws would end the process.
    strapi.log.error(`cartwright: forgetting customers failed: ${String(error)}`);
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

/** Events that somebody has not heard yet: their server died, or whoever must hear was away. It never throws. */
export async function sweepOutbox(strapi: Core.Strapi): Promise<void> {
  await shopOf(strapi).outbox.sweep();
}

/** Mails that are due: those of dead servers, those that failed, and those about carts that were left. */
export async function sweepMails(strapi: Core.Strapi): Promise<void> {
  const { mails } = shopOf(strapi);
  try {
    await mails.remindOfCarts();
  } catch (error) {
    // Carts stay left until the next minute; a task that throws would end the process.
    strapi.log.error(`cartwright: looking for carts that were left failed: ${String(error)}`);
  }
  await mails.sweep();
}

/** What everybody has heard is kept for a month. */
export async function purgeOldEvents(strapi: Core.Strapi): Promise<void> {
  try {
    await shopOf(strapi).outbox.purge();
  } catch (error) {
    // What is left is gone tomorrow night; a task that throws would end the process.
    strapi.log.error(`cartwright: purging old events failed: ${String(error)}`);
  }
}
