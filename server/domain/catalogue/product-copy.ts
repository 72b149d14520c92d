import type { Amount } from '../money/money';
import type { Priced } from './priced';
import type { ImageCopy } from './sellable';
import type { Variation } from './variation';

/** What a product carries of its default variation (rules 3.2), so that a list needs no other table. */
export interface ProductCopy extends Priced {
  lowestPrice30d: Amount | null;
  sku: string | null;
  stock: number | null;
}

export function productCopy(variation: Variation): ProductCopy {
  const { unitPrice, salePrice, saleFrom, saleTo, lowestPrice30d, sku, stock } = variation;
  return { unitPrice, salePrice, saleFrom, saleTo, lowestPrice30d, sku, stock };
}

/** A picture of a product: the description that an editor gave it, and the file, if it still has one. */
export interface ProductImage {
  id: number;
  documentId: string;
  description: string | null;
  file: ImageCopy | null;
}

/** The description is the alternative text; the file's own stands in for a missing one. */
export function imageCopy({ description, file }: ProductImage): ImageCopy | null {
  return file && { ...file, alternativeText: description || file.alternativeText };
}

/** The default variation's image, else the product's first one that has a file, else none. */
export function shownImage(
  ofVariation: ProductImage | undefined,
  ofProduct: readonly ProductImage[]
): ImageCopy | null {
  const shown = [...(ofVariation ? [ofVariation] : []), ...ofProduct].find(({ file }) => file);
  return shown ? imageCopy(shown) : null;
}
