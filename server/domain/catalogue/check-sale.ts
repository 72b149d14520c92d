import { type Discount, readDiscount } from '../discounts/discount';
import { invalidInput } from '../errors';
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
