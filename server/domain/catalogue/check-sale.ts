import { type Discount, readDiscount } from '../discounts/discount';
import { invalidInput, isCommerceError } from '../errors';
import type { Amount } from '../money/money';

/** A sale as it was saved. */
export interface SaleInput {
  discountDeduct: Amount | null;
  discountPercent: Amount | null;
  discountExact: Amount | null;
  validFrom: Date | null;
  validTo: Date | null;
}

/**
 * What a sale must be (rules 3.3): exactly one of the three discounts, within its limits, over a time that passes.
 *
 * @returns its discount
 * @throws CommerceError invalid_input with the fields at fault
 */
export function checkSale(sale: SaleInput): Discount {
  const discount = readDiscount(sale);
  if (discount === null) {
    throw invalidInput('discountPercent', 'A sale takes one of the three discounts: fill in one.');
  }
  if (sale.validFrom && sale.validTo && sale.validTo <= sale.validFrom) {
    throw invalidInput('validTo', 'A sale ends after it begins.');
  }
  return discount;
}

/**
 * The discount of a sale that is stored already, or null of one that a query or an import made illegal (percent 150):
 * such a sale reaches nothing, and must not keep anybody from saving a product.
 */
export function soundDiscount(sale: SaleInput): Discount | null {
  try {
    return checkSale(sale);
  } catch (error) {
    if (isCommerceError(error)) return null;
    throw error;
  }
}
