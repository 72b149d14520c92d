import { reachOf } from '../../domain/catalogue/sale-scope';
import type { DiscountCode } from '../../domain/discounts/discount-code';
import type { Connection } from '../../storage/database';
import { type Customer, findDiscountCode } from '../../storage/discount-codes';
import { findCodeSelection } from '../../storage/discount-codes/selection';

/**
 * A discount code as one cart meets it, with the products of the cart that it selects: those that it names, and the
 * members of its categories, by the same rule as a sale's (rules 3.3, 5.1). One statement for a code on the cart, two
 * for one on a selection.
 */
export async function readDiscountCode(
  db: Connection,
  code: string,
  customer: Customer,
  products: readonly string[]
): Promise<DiscountCode | null> {
  const found = await findDiscountCode(db, code, customer);
  if (!found) return null;
  const selects = found.appliesTo === 'selection' && products.length > 0;
  return {
    ...found,
    selected: selects ? await selectedBy(db, found.documentId, products) : new Set(),
  };
}

async function selectedBy(
  db: Connection,
  codeDocumentId: string,
  products: readonly string[]
): Promise<Set<string>> {
  const selection = await findCodeSelection(db, codeDocumentId, products);
  const reaches = reachOf({ ...selection, allProducts: false }, selection.allCategories);
  return new Set(selection.targets.filter(reaches).map(({ documentId }) => documentId));
}
