import type { LockedSellable } from '../domain/catalogue/locked-sellable';
import type { Sellable, SellableRef } from '../domain/catalogue/sellable';
import type { Connection } from './database';
import type { ReadLocked, SellableType, TypeKeys, Wording } from './sellables/sellable-type';
import type { StockChange } from './stock';

/** Things that a request names. */
export interface NamedThings {
  refs: readonly SellableRef[];
  skus: readonly string[];
}

/** Which things: those in the cart, and those that a request names. */
export interface SellableKeys {
  refs: readonly SellableRef[];
  named: NamedThings;
}

export type Sellables = ReturnType<typeof createSellables>;

/**
 * Everything that the shop sells, whatever its type. Types are asked in the order in which they are given: the first
 * one that has a SKU has it, and locks are taken in this order everywhere.
 */
export function createSellables(types: readonly SellableType[]) {
  /** What is for sale and what it costs at the instant `at`. A type that nobody names costs no statement. */
  async function find(
    db: Connection,
    { refs, named }: SellableKeys,
    wording: Wording,
    at: Date
  ): Promise<Sellable[]> {
    const all: Sellable[] = [];
    let skus = named.skus;
    for (const type of types) {
      const keys = {
        documentIds: documentsOf(type, refs),
        named: { documentIds: documentsOf(type, named.refs), skus: type.hasSku ? skus : [] },
      };
      if (isEmpty(keys)) continue;
      const found = await type.find(db, keys, wording, at);
      const has = new Set(found.map(({ sku }) => sku));
      skus = skus.filter((sku) => !has.has(sku));
      all.push(...found);
    }
    return all;
  }

  /** What staff can put into an order: of each type at most `most` whose words hold all of these. */
  async function search(
    db: Connection,
    words: readonly string[],
    most: number,
    wording: Wording
  ): Promise<SellableRef[]> {
    const found: SellableRef[] = [];
    for (const type of types) {
      const documentIds = await type.search(db, words, most, wording);
      found.push(...documentIds.map((documentId) => ({ type: type.uid, documentId })));
    }
    return found;
  }

  /** Locks these things until the transaction ends. @returns how they are read then */
  async function lock(trx: Connection, refs: readonly SellableRef[]): Promise<ReadLocked> {
    const reads: ReadLocked[] = [];
    for (const type of types) {
      const documentIds = documentsOf(type, refs);
      if (documentIds.length > 0) reads.push(await type.lock(trx, documentIds));
    }
    return async (wording, at) => {
      const locked: LockedSellable[] = [];
      for (const read of reads) locked.push(...(await read(wording, at)));
      return locked;
    };
  }

  /**
   * Takes or returns the units of all changes, and only if none falls below zero.
   *
   * @returns whether it happened; if not, the caller must give up its transaction
   */
  async function changeStock(trx: Connection, changes: readonly StockChange[]): Promise<boolean> {
    for (const type of types) {
      const own = changes.filter((change) => change.type === type.uid);
      if (own.length > 0 && !(await type.changeStock(trx, own))) return false;
    }
    return true;
  }

  return { find, search, lock, changeStock };
}

function documentsOf({ uid }: SellableType, refs: readonly SellableRef[]): string[] {
  return [
    ...new Set(refs.filter(({ type }) => type === uid).map(({ documentId }) => documentId)),
  ].sort();
}

function isEmpty({ documentIds, named }: TypeKeys): boolean {
  return documentIds.length + named.documentIds.length + named.skus.length === 0;
}
