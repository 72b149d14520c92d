import type { Priced } from './priced';
import type { SellableRef } from './sellable';

/** A thing as an order sees it while it holds its lock. */
export interface LockedSellable extends SellableRef {
  sku: string | null;
  forSale: boolean;
  prices: Priced;
  /** Units left; null when they are not counted. */
  stock: number | null;
  /** How many rows hold this number: drafts and languages have their own. 0 when it is told, and cannot be taken. */
  rows: number;
  /** The product whose page shows this number; null when none does. */
  shownOn: string | null;
}
