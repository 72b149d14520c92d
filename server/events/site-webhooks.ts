import type { Core } from '@strapi/strapi';

import type { Consumer } from './consumer';
import { EVENT_NAMES, isKept } from './events';

/** A webhook of the host's settings. */
interface Webhook {
  id: string;
  url: string;
  headers: Record<string, string> | null;
  events: string[] | null;
  isEnabled: boolean;
}

interface WebhookStore {
  addAllowedEvent(key: string, name: string): void;
  findWebhooks(): Promise<Webhook[]>;
}

interface WebhookRunner {
  createListener?(event: string): void;
  /** Never throws; gives up after ten seconds. */
  run(
    webhook: Webhook,
    event: string,
    info: object
  ): Promise<{ statusCode: number; message?: string }>;
}

export const EVENT_ID_HEADER = 'X-Cartwright-Event-Id';

/**
 * The site's webhooks, as they are set in the host's settings. They are read from the database: what the host's runner
 * knows is what this server was told, not what was set on another one. The request is the host's own, with the event's
 * id and the time of the fact; whoever does not answer with 2xx is told again.
 */
export function createSiteWebhooks(strapi: Core.Strapi): Consumer {
  return {
    name: 'webhooks',
    async tell({ eventId, name, payload, createdAt }, heard) {
      const all = await storeOf(strapi).findWebhooks();
      const missing = all.filter(
        ({ id, isEnabled, events }) =>
          isEnabled && events?.includes(name) && !heard.has(`webhook ${id}`)
      );
      const failures = await Promise.all(
        missing.map(async (webhook) => {
          const headers = { ...webhook.headers, [EVENT_ID_HEADER]: eventId };
          const body = { eventId, ...payload, createdAt };
          const answer = await runnerOf(strapi).run({ ...webhook, headers }, name, body);
          const isHeard = answer.statusCode >= 200 && answer.statusCode < 300;
          if (isHeard) heard.add(`webhook ${webhook.id}`);
          return isHeard ? [] : [`${webhook.id} answered ${answer.statusCode}`];
        })
      );
      const said = failures.flat();
      if (said.length > 0) throw new Error(said.join(', '));
    },
  };
}

/** Makes the shop's events choosable in the host's webhooks. */
export function offerWebhooks(strapi: Core.Strapi): void {
  for (const name of EVENT_NAMES) storeOf(strapi).addAllowedEvent(name, name);
}

/**
 * The host's runner listens on the event hub for every event that a webhook has chosen, sends once and forgets. What
 * the outbox delivers it must not send a second time, so it gets no listener for these events; its list of webhooks
 * stays as it is. Events of carts are not kept, and are its business. A host that has no such function any more would
 * send twice, under the same event id.
 *
 * Before the host's own start, which reads the webhooks and listens for them.
 */
export function keepRunnerOff(strapi: Core.Strapi): void {
  const runner = runnerOf(strapi);
  const listen = runner.createListener?.bind(runner);
  if (!listen) return;
  runner.createListener = (event) => {
    if (!isKept(event)) listen(event);
  };
}

function storeOf(strapi: Core.Strapi): WebhookStore {
  return strapi.get<WebhookStore>('webhookStore');
}

function runnerOf(strapi: Core.Strapi): WebhookRunner {
  return strapi.get<WebhookRunner>('webhookRunner');
}
