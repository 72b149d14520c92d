import { isCommerceError } from '../errors';
import { parseAmount } from '../money/parse-amount';
import { type Discount, readDiscount } from './discount';

/** The three fields of a form that is not saved yet, as they were typed. */
export interface TypedDiscount {
  discountDeduct: string | null;
  discountPercent: string | null;
  discountExact: string | null;
}

/** `discount` null with no fault: none is set. A save would be refused for the same fault (rules 1.1, 3.3, 5.1). */
export interface DiscountOfForm {
  discount: Discount | null;
  fault: 'several' | 'wrong' | null;
}

export function discountOfForm(typed: TypedDiscount, currency: string): DiscountOfForm {
  const { discountDeduct, discountPercent, discountExact } = typed;
  const set = [discountDeduct, discountPercent, discountExact].filter((value) => value !== null);
  if (set.length > 1) return { discount: null, fault: 'several' };
  try {
    for (const amount of [discountDeduct, discountExact]) {
      if (amount !== null) parseAmount(amount, currency);
    }
    const discount = readDiscount({ discountDeduct, discountPercent, discountExact });
    return { discount, fault: null };
  } catch (error) {
    if (isCommerceError(error)) return { discount: null, fault: 'wrong' };
    throw error;
  }
}
