import type { Core } from '@strapi/strapi';

import type { Database } from '../storage/database';
import { markDelivered, type RecordedEvent } from '../storage/outbox';

export type Emit = (events: readonly RecordedEvent[]) => Promise<void>;

/**
 * Tells committed facts to whoever listens on the host's event hub, and marks them as told. It never throws: the
 * facts are true whoever fails to hear them, and what is not marked stays in the outbox.
 */
export function createEmit(strapi: Core.Strapi, database: Database): Emit {
  return async (events) => {
    try {
      for (const { eventId, name, payload } of events) {
        await strapi.eventHub.emit(name, { eventId, ...payload });
      }
      await markDelivered(
        database.read,
        events.map(({ eventId }) => eventId),
        new Date()
      );
    } catch (error) {
      strapi.log.error(`cartwright: an event could not be delivered: ${String(error)}`);
    }
  };
}
