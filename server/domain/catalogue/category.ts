import type { Amount } from '../money/money';
import type { ExtraValues } from './extra-fields';
import type { ImageCopy } from './sellable';

/** A category that is published and inside its window, in one language. */
export interface Category {
  /** The published row, which products are assigned to. */
  rowId: number;
  documentId: string;
  slug: string;
  title: string;
  image: ImageCopy | null;
  /** The document above it, whether or not it is published. */
  parent: string | null;
  inMenu: boolean;
  includeDescendants: boolean;
  /** Whether any product is assigned to it. */
  hasProducts: boolean;
  /** The filter: documents of options by type, the document of a sale, bounds of the current price. */
  options: ReadonlyMap<string, readonly string[]>;
  sale: string | null;
  priceMin: Amount | null;
  priceMax: Amount | null;
  combined: boolean;
  extra: ExtraValues;
}

/** A category with what is below it. */
export interface CategoryNode<Item = Category> {
  category: Item;
  children: CategoryNode<Item>[];
}
