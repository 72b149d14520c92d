import type { Core } from '@strapi/strapi';

import type { Database } from '../storage/database';
import type { Fact } from './events';
import { markDelivered, type RecordedEvent } from '../storage/outbox';

export type Emit = (events: readonly RecordedEvent[]) => Promise<void>;

export type Tell = (facts: readonly Fact[]) => Promise<void>;

/**
 * Tells facts that nobody needs to hear later: a cart's. They are not kept, so a write of a cart costs no statement
 * more, and one that dies right after its commit tells nothing. It never throws: whoever fails to hear one fact costs
 * nobody the next one.
 */
export function createTell(strapi: Core.Strapi): Tell {
  return async (facts) => {
    for (const { name, payload } of facts) {
      try {
        await strapi.eventHub.emit(name, payload);
      } catch (error) {
        strapi.log.error(`cartwright: an event could not be delivered: ${String(error)}`);
      }
    }
  };
}

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
