import type { LineData } from '../../domain/cart/line-copy';
import { refKey, type Sellable } from '../../domain/catalogue/sellable';
import { CommerceError } from '../../domain/errors';
import type { NamedThings } from '../../storage/sellables';

/** Names a thing to buy, by SKU or by document. */
export type ItemRequest = ({ sku: string } | { type: string; documentId: string }) & {
  quantity: number;
  data: LineData | null;
};

/** What must be read before things that a request names can be found. */
export function keysOf(requests: readonly ItemRequest[]): NamedThings {
  return {
    refs: requests.flatMap((request) => ('documentId' in request ? [request] : [])),
    skus: requests.flatMap((request) => ('sku' in request ? [request.sku] : [])),
  };
}

/** @throws CommerceError product_not_found */
export function namedBy(request: ItemRequest, sellables: ReadonlyMap<string, Sellable>): Sellable {
  if ('documentId' in request) {
    const sellable = sellables.get(refKey(request));
    if (sellable) return sellable;
    throw new CommerceError('product_not_found', 'There is no such product', {
      documentId: request.documentId,
    });
  }
  // Variations come first.
  const sellable = [...sellables.values()].find(({ sku }) => sku === request.sku);
  if (sellable) return sellable;
  throw new CommerceError('product_not_found', 'There is no product with this SKU', {
    sku: request.sku,
  });
}
