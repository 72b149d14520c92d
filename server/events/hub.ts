import type { Core } from '@strapi/strapi';

import type { Consumer } from './consumer';

/**
 * Whoever listens on the host's event hub. The hub calls its listeners one after the other and stops at one that throws;
 * all of them hear the event again then, and know it by its id.
 */
export function createHub(strapi: Core.Strapi): Consumer {
  return {
    name: 'event hub',
    async tell({ eventId, name, payload }, heard) {
      if (heard.has('hub')) return;
      await strapi.eventHub.emit(name, { eventId, ...payload });
      heard.add('hub');
    },
  };
}
