import { handPrice } from '../../domain/catalogue/hand-price';
import type { KnownProduct, KnownVariation } from '../../domain/imports/known-product';
import type { ProductDraft } from '../../domain/imports/product-draft';
import { RowError } from '../../domain/imports/row';
import type { StoredProduct, StoredVariation } from '../../storage/imports/known-products';
import type { ImportRun } from './tools';

/**
 * The product of the shop that a product of a file speaks of; joins the running transaction.
 *
 * @throws RowError when the file cannot tell the product's variations apart.
 */
export async function readKnown(
  run: ImportRun,
  draft: ProductDraft
): Promise<KnownProduct | undefined> {
  const documentId = await run.tools.products.findBySlug(draft.slug, run.locale);
  const stored = documentId && (await run.tools.products.readOne(documentId));
  const known = stored ? asKnown(stored) : undefined;
  // A list of prices would otherwise un-tick everything.
  if (draft.withoutOptions && known && known.ticks.length > 0) {
    throw new RowError(
      draft.line,
      'The product has options, so each of its lines must name them: the file has no column for options.'
    );
  }
  return known;
}

export function asKnown(stored: StoredProduct): KnownProduct {
  return { ...stored, variations: stored.variations.map(asKnownVariation) };
}

/** With the sale price that was set by hand: what a sale has written is no business of a file. */
export function asKnownVariation({
  salePrices,
  fields,
  ...variation
}: StoredVariation): KnownVariation {
  return { ...variation, fields: { ...fields, ...handPrice(salePrices) } };
}
