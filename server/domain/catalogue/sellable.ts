import type { Amount } from '../money/money';
import type { Priced } from './priced';

/** One choice in words, such as `{ type: 'Size', value: 'M' }`. */
export interface OptionChoice {
  type: string;
  value: string;
}

/** A picture as it is copied onto products, carts and orders: enough to show it without asking again. */
export interface ImageCopy {
  url: string;
  alternativeText: string | null;
  width: number | null;
  height: number | null;
  formats: Record<string, unknown> | null;
}

/** Which thing is meant: a content type of the host or of ours, and the document. */
export interface SellableRef {
  type: string;
  documentId: string;
}

/** A thing that a cart can hold, as it is at this moment. */
export interface Sellable extends SellableRef {
  sku: string | null;
  description: string;
  /** In words; only of a thing that a request names, for the line that it may become. */
  options: OptionChoice[];
  url: string | null;
  image: ImageCopy | null;
  /** The product that it is a variation of: what discount codes select. null for other things. */
  productDocumentId: string | null;
  /** Published, within its window, available, not retired. */
  forSale: boolean;
  prices: Priced;
  /** Units left; null when they are not counted. */
  stock: number | null;
  taxClass: string | null;
  /** Grams of one unit; 0 when nobody said. */
  weight: Amount;
}

/** The key of a thing in a map. */
export function refKey({ type, documentId }: SellableRef): string {
  return `${type}/${documentId}`;
}
