import type { Core } from '@strapi/strapi';

import type { Fact } from './events';
import type { RecordedEvent } from '../storage/outbox';

/** Tells committed facts. It never throws: they are true whoever fails to hear them. */
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
