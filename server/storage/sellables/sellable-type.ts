import type { LockedSellable } from '../../domain/catalogue/locked-sellable';
import type { Sellable } from '../../domain/catalogue/sellable';
import type { Connection } from '../database';
import type { StockChange } from '../stock';

/** The languages to describe a thing in: the wanted one, else the shop's default. */
export interface Wording {
  locale: string | null;
  defaultLocale: string;
}

/** Which things of one type: those in the cart, and those that a request names. */
export interface TypeKeys {
  documentIds: readonly string[];
  /** Named by the request: their options come in words. */
  named: { documentIds: readonly string[]; skus: readonly string[] };
}

/** One kind of thing that can be sold: variations, or a content type of the host that the config maps. */
export interface SellableType {
  uid: string;
  /** Whether a SKU can lead to one. */
  hasSku: boolean;
  /**
   * Everything that a cart needs to know about these things, live, in a number of statements that does not depend on
   * theirs. What must not be sold now comes back as not for sale; what does not exist does not come back.
   */
  find(db: Connection, keys: TypeKeys, wording: Wording, at: Date): Promise<Sellable[]>;
  /**
   * Things that can be sold and in whose title, SKU or options every word stands, the exact SKU first: at most `most`,
   * one statement. No words at all: the first ones.
   */
  search(
    db: Connection,
    words: readonly string[],
    most: number,
    wording: Wording
  ): Promise<string[]>;
  /** Locks things until the transaction ends, always in one order. They are read when everything is locked. */
  lock(trx: Connection, documentIds: readonly string[]): Promise<ReadLocked>;
  /** Takes or returns units. @returns whether it happened; if not, the caller must give up its transaction */
  changeStock(trx: Connection, changes: readonly StockChange[]): Promise<boolean>;
}

export type ReadLocked = (wording: Wording, at: Date) => Promise<LockedSellable[]>;

/** Of the rows of one thing, the one to describe it by. */
export function inBestWording<Row extends { locale?: unknown }>(
  rows: readonly Row[],
  wording: Wording
): Row {
  const inLocale = (locale: string | null) => rows.find((row) => row.locale === locale);
  const best = inLocale(wording.locale) ?? inLocale(wording.defaultLocale) ?? rows[0];
  if (!best) throw new Error('A thing without rows cannot be described');
  return best;
}
