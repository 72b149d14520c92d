import { canBuy, type Obstacle } from '../domain/catalogue/can-buy';
import { currentPrice, type CurrentPrice } from '../domain/catalogue/current-price';
import { refKey, type Sellable } from '../domain/catalogue/sellable';
import type { Database } from '../storage/database';
import type { Sellables } from '../storage/sellables';
import type { Inventory } from './inventory';

/** A thing as staff see it who look for something to put into an order. */
export interface ThingToSell extends CurrentPrice {
  thing: Sellable;
  /** Why it cannot be sold now. */
  obstacle: Obstacle | null;
}

/** As many as fit a list that is looked through. */
const MOST = 20;
/** More words make no search better, and each costs. */
const MOST_WORDS = 6;

export type ThingsToSell = ReturnType<typeof createThingsToSell>;

/** Everything that the shop sells, searched by title, SKU and options, with what it costs at this moment. */
export function createThingsToSell(shop: {
  database: Database;
  sellables: Sellables;
  inventory: Inventory;
  defaultLocale: () => Promise<string>;
  clock: () => Date;
}) {
  const { database, sellables, inventory, clock } = shop;

  async function search(text: string): Promise<ThingToSell[]> {
    const now = clock();
    const wording = { locale: null, defaultLocale: await shop.defaultLocale() };
    const words = text.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
    const refs = await sellables.search(database.read, words, MOST, wording);
    if (refs.length === 0) return [];
    const keys = { refs: [], named: { refs, skus: [] } };
    const found = await sellables.find(database.read, keys, wording, now);
    const live = await inventory.stocked(new Map(found.map((thing) => [refKey(thing), thing])));
    return refs.flatMap((ref) => {
      const thing = live.get(refKey(ref));
      if (!thing) return [];
      return [{ thing, ...currentPrice(thing.prices, now), obstacle: canBuy(thing, 1, now) }];
    });
  }

  return { search };
}
