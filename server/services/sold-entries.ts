import type { SellableRef } from '../domain/catalogue/sellable';
import type { Connection } from '../storage/database';
import type { Sellables } from '../storage/sellables';

export type SoldEntries = ReturnType<typeof createSoldEntries>;

/** The entries of the site's own types that the shop sells, as their editors meet them. */
export function createSoldEntries(sellables: Sellables) {
  /**
   * Keeps orders away from an entry until the editor's transaction ends. Publishing makes its rows anew from others:
   * units that are sold meanwhile would be back on the shelf.
   */
  async function keepFromOrders(trx: Connection, ref: SellableRef): Promise<void> {
    await sellables.lock(trx, [ref]);
  }

  return { keepFromOrders };
}
