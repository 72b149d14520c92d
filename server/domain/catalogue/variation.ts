import type { Amount } from '../money/money';
import { handPrice, type SalePrices } from './hand-price';
import type { Priced } from './priced';

/** What is bought: one combination of a product's options. */
export interface Variation extends Priced, SalePrices {
  /** Of the 30 days before its present or coming reduction. */
  lowestPrice30d: Amount | null;
  id: number;
  documentId: string;
  productDocumentId: string;
  sku: string | null;
  optionKey: string;
  /** null: not counted. */
  stock: number | null;
  isDefault: boolean;
  /** Grams. */
  weight: Amount | null;
  /** What a unit costs the shop; never shown to shoppers. */
  costPrice: Amount | null;
  position: number;
  /** Not for sale any more, kept for history, back when its options are ticked again. */
  retired: boolean;
  imageId: number | null;
}

/** What a variation that is made takes over from another one. */
export type Inheritance = Priced & Pick<Variation, 'weight' | 'costPrice' | 'stock'>;

const NOTHING: Inheritance = {
  unitPrice: null,
  salePrice: null,
  saleFrom: null,
  saleTo: null,
  weight: null,
  costPrice: null,
  stock: null,
};

/**
 * What a new combination or a copy starts with (rules 2.3): the price of its model, and stock 0 where the
 * model's is counted, so that nothing is sold that was never put on the shelf. A sale's price stays behind:
 * the sale itself decides whether it reaches the newcomer. SKU and image are never taken over.
 */
export function inheritFrom(model: Variation | undefined): Inheritance {
  if (model === undefined) return NOTHING;
  return {
    unitPrice: model.unitPrice,
    ...handPrice(model),
    weight: model.weight,
    costPrice: model.costPrice,
    stock: model.stock === null ? null : 0,
  };
}
