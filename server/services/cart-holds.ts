import type { Settings } from '../config';
import type { CartLine } from '../domain/cart/cart';
import type { LoadedCart } from '../domain/cart/priced-cart';
import { refKey, type SellableRef } from '../domain/catalogue/sellable';
import { freeUnits } from '../domain/inventory/free-units';
import { unitsToHold } from '../domain/inventory/units-to-hold';
import type { Connection } from '../storage/database';
import type { Sellables } from '../storage/sellables';
import { dropHolds, findHeldUnits, type Holder, saveHolds } from '../storage/stock-holds';
import { minutesAfter } from './shopper';

export type CartHolds = ReturnType<typeof createCartHolds>;

/**
 * What carts keep from each other with `stock.hold: 'cart'` (rule 7.3). With `'checkout'`, the default, nothing here
 * asks the database anything.
 */
export function createCartHolds(shop: { settings: Settings; sellables: Sellables }) {
  const { hold, holdMinutes } = shop.settings.stock;
  const on = hold === 'cart';

  /** Two carts that want the last unit come one after the other from here on. */
  async function lock(trx: Connection, refs: readonly SellableRef[]): Promise<void> {
    if (on) await shop.sellables.lock(trx, refs);
  }

  /** The things as this cart meets them: without the units that others keep. */
  async function withoutHeld<Thing extends SellableRef & { stock: number | null }>(
    db: Connection,
    things: readonly Thing[],
    holder: Holder,
    now: Date
  ): Promise<Thing[]> {
    if (!on) return [...things];
    const counted = things.filter(({ stock }) => stock !== null);
    const held = await findHeldUnits(db, counted, holder, now);
    const known = new Map(held.map((units) => [refKey(units), units]));
    return things.map((thing) => ({
      ...thing,
      stock: freeUnits(thing.stock, known.get(refKey(thing))),
    }));
  }

  /** Keeps what the cart wants as far as it is there, from this moment on; what it wants no more is free again. */
  async function keep(
    trx: Connection,
    holder: Holder,
    { lines, sellables }: { lines: readonly CartLine[]; sellables: LoadedCart['sellables'] },
    now: Date
  ): Promise<void> {
    if (!on) return;
    const until = minutesAfter(now, holdMinutes);
    await saveHolds(trx, holder, unitsToHold(lines, sellables), { now, until });
  }

  /** The order has taken what the cart kept for it. */
  async function drop(trx: Connection, cart: string): Promise<void> {
    if (on) await dropHolds(trx, [cart]);
  }

  return { on, lock, withoutHeld, keep, drop };
}
