import type { CartLine } from '../../../server/domain/cart/cart';
import type { Sellable } from '../../../server/domain/catalogue/sellable';
import { money, ZERO } from '../../../server/domain/money/money';

export const NOON = new Date('2026-06-01T12:00:00.000Z');

/** A thing for 10.00, for sale, not counted, unless said otherwise. */
export function sellable(wish: Partial<Sellable> = {}): Sellable {
  return {
    type: 'variation',
    documentId: 'mug',
    sku: 'MUG',
    description: 'Mug',
    options: [],
    url: 'mug',
    image: null,
    productDocumentId: 'mug-product',
    forSale: true,
    prices: { unitPrice: money('10'), salePrice: null, saleFrom: null, saleTo: null },
    stock: null,
    taxClass: null,
    weight: ZERO,
    ...wish,
  };
}

/** A line of one mug, unless said otherwise. */
export function line(wish: Partial<CartLine> = {}): CartLine {
  return {
    id: 'a',
    lineKey: 'key-a',
    type: 'variation',
    documentId: 'mug',
    sku: 'MUG',
    description: 'Mug',
    options: [],
    data: null,
    url: 'mug',
    image: null,
    quantity: 1,
    ...wish,
  };
}
