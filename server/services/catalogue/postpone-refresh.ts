import type { Knex } from 'knex';

import type { CatalogueContext } from './context';
import { refreshProduct } from './refresh-product';

/** The products that are to be refreshed at the end of a transaction's work. */
const waiting = new WeakMap<Knex.Transaction, Set<string>>();

/**
 * Refreshes each product once when `work` is done, however many of its variations are saved meanwhile. An import saves
 * all variations of a product, and refreshing it after each would be most of its work. The rules are asked at each
 * save as ever; only what follows from them for the product waits.
 */
export async function postponeRefresh<Result>(
  context: CatalogueContext,
  trx: Knex.Transaction,
  work: () => Promise<Result>
): Promise<Result> {
  const products = new Set<string>();
  waiting.set(trx, products);
  try {
    const result = await work();
    for (const documentId of products) await refreshProduct(context, trx, documentId);
    return result;
  } finally {
    waiting.delete(trx);
  }
}

export async function refreshOrPostpone(
  context: CatalogueContext,
  trx: Knex.Transaction,
  documentId: string
): Promise<void> {
  const products = waiting.get(trx);
  if (products) products.add(documentId);
  else await refreshProduct(context, trx, documentId);
}

/** It was just set right as a whole: publishing the product does that, too. */
export function needsNoRefresh(trx: Knex.Transaction, documentId: string): void {
  waiting.get(trx)?.delete(documentId);
}
