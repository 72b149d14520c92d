import type { LoadedCart, PricedCart } from '../domain/cart/priced-cart';
import { insufficientStock } from '../domain/cart/check-quantity';
import { refKey, type Sellable } from '../domain/catalogue/sellable';
import { readAvailable, readReservation } from '../domain/inventory/read-answers';
import { ask } from '../providers/ask';
import type { InventoryProvider, InventoryUnits } from '../providers/inventory';

export type Inventory = ReturnType<typeof createInventory>;

/** The units of a cart in one version, kept while its order is written. */
export interface Reservation {
  reference: string;
  items: InventoryUnits[];
}

const MINUTE = 60 * 1000;

/**
 * The site's own inventory, in place of the shop's stock fields. Without one everything here answers at once and asks
 * nobody. Nothing of it may be called inside a transaction.
 */
export function createInventory(
  provider: InventoryProvider | null,
  { holdMinutes, warn }: { holdMinutes: number; warn: (message: string) => void }
) {
  /**
   * The things with the units that there are now, in one question.
   *
   * @throws CommerceError provider_failed
   */
  async function stocked(
    sellables: LoadedCart['sellables']
  ): Promise<ReadonlyMap<string, Sellable>> {
    if (!provider || sellables.size === 0) return sellables;
    const things = [...sellables.values()];
    const items = things.map(({ type, documentId, sku }) => ({ type, documentId, sku }));
    const units = await ask(
      provider.name,
      () => provider.available({ items }),
      (answer) => readAvailable(answer, items.length)
    );
    return new Map(
      things.map((thing, index) => [refKey(thing), { ...thing, stock: units[index] ?? null }])
    );
  }

  /**
   * Keeps what the cart wants until its order is written. The same cart in the same version is one reservation,
   * however often it is asked for.
   *
   * @returns null when the shop's own stock counts
   * @throws CommerceError insufficient_stock, provider_failed
   */
  async function reserve(priced: PricedCart, now: Date): Promise<Reservation | null> {
    if (!provider) return null;
    // By today's SKU, as `stocked` asks.
    const lines = priced.lines.map(({ line, sellable }) => ({
      ...line,
      sku: sellable?.sku ?? line.sku,
    }));
    const reservation = reservationOf(priced.cart, lines);
    const { reference, items } = reservation;
    const until = new Date(now.getTime() + holdMinutes * MINUTE);
    const shortage = await ask(
      provider.name,
      () => provider.reserve({ reference, items, until, idempotencyKey: `${reference}:reserve` }),
      (answer) => readReservation(answer, items)
    );
    if (!shortage) return reservation;
    throw insufficientStock(shortage.sku, shortage.requested, shortage.available);
  }

  /** The order is there. It stands whatever the provider says to it, so trouble is told to the staff alone. */
  async function confirm({ reference, items }: Reservation, orderNumber: string): Promise<void> {
    const idempotencyKey = `${reference}:confirm`;
    await tell(`confirm ${reference} for order ${orderNumber}`, (own) =>
      own.confirm({ reference, orderNumber, items, idempotencyKey })
    );
  }

  /** There is no order. What the provider does not hear lapses by itself. */
  async function release({ reference }: Reservation): Promise<void> {
    await tell(`release ${reference}`, (own) =>
      own.release({ reference, idempotencyKey: `${reference}:release` })
    );
  }

  /**
   * Units that were sold came back. Whoever calls this calls it again when it throws.
   *
   * @throws CommerceError provider_failed
   */
  async function restock(
    orderNumber: string,
    items: InventoryUnits[],
    idempotencyKey: string
  ): Promise<void> {
    if (!provider?.restock || items.length === 0) return;
    await ask(
      provider.name,
      () => provider.restock?.({ orderNumber, items, idempotencyKey }),
      () => undefined
    );
  }

  async function tell(what: string, call: (own: InventoryProvider) => unknown): Promise<void> {
    if (!provider) return;
    try {
      await ask(
        provider.name,
        () => call(provider),
        () => undefined
      );
    } catch (error) {
      const { cause } = error as Error;
      warn(`the inventory "${provider.name}" did not ${what}: ${String(cause ?? error)}`);
    }
  }

  return { own: provider !== null, stocked, reserve, confirm, release, restock };
}

/** One cart in one version has one. */
export function reservationOf(
  cart: { documentId: string; version: number },
  lines: readonly InventoryUnits[]
): Reservation {
  const units = new Map<string, InventoryUnits>();
  for (const { type, documentId, sku, quantity } of lines) {
    const key = refKey({ type, documentId });
    const known = units.get(key)?.quantity ?? 0;
    units.set(key, { type, documentId, sku, quantity: known + quantity });
  }
  return { reference: `${cart.documentId}:${cart.version}`, items: [...units.values()] };
}
