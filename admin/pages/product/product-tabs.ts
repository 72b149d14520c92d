import type { ComponentType } from 'react';

import type { ProductHeadingDto } from '../../../server/contracts/variation-table';
import type { TextKey } from '../../text/get-translation';
import { PicturesTab } from './pictures/pictures-tab';
import { PricesAtTab } from './prices-at/prices-at-tab';
import { VariationTab } from './variations/variation-tab';

interface ProductTab {
  /** Below `products/:documentId`. */
  path: string;
  title: TextKey;
  Content: ComponentType<{ product: ProductHeadingDto }>;
}

/** From left to right; the first one is where a link to the product leads. */
export const PRODUCT_TABS: ProductTab[] = [
  { path: 'variations', title: 'product.variations', Content: VariationTab },
  { path: 'pictures', title: 'product-pictures.title', Content: PicturesTab },
  { path: 'prices', title: 'prices-at.title', Content: PricesAtTab },
];
