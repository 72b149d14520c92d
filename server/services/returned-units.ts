import type { Consumer } from '../events/consumer';
import type { UnitsFact } from '../events/events';
import type { Database } from '../storage/database';
import { findOrder } from '../storage/orders';
import type { Inventory } from './inventory';

/**
 * Brings units that came back to an inventory of the site's own. It hears of them from the outbox: they are back for the
 * shop whatever the provider says, and it is told until it has heard.
 */
export function createReturnedUnits(shop: {
  database: Database;
  inventory: Pick<Inventory, 'restock'>;
}): Consumer {
  const { database, inventory } = shop;
  return {
    name: 'inventory',
    async tell({ eventId, name, payload }, heard) {
      if (name !== 'cartwright.stock.returned' || heard.has('inventory')) return;
      const order = await findOrder(database.read, {
        documentId: String(payload.orderDocumentId),
      });
      const units = payload.units as UnitsFact[];
      const items = units.map(({ type, documentId, units: quantity }) => {
        const line = order?.lines.find((one) => one.type === type && one.documentId === documentId);
        return { type, documentId, sku: line?.sku ?? null, quantity };
      });
      await inventory.restock(String(payload.number), items, eventId);
      heard.add('inventory');
    },
  };
}
