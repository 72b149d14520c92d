import type { TypedDiscount } from '../discounts/discount-of-form';

/** A sale as it stands in a form that is not saved yet. */
export interface SaleForm extends TypedDiscount {
  active: boolean;
  validFrom: Date | null;
  validTo: Date | null;
}

/** What an editor should know before saving a sale. */
export type SaleWarning =
  | 'discount_missing'
  | 'discount_several'
  | 'discount_wrong'
  | 'window_empty'
  | 'window_over'
  | 'scope_empty'
  | 'scope_without_products'
  | 'inactive'
  | 'shadowed'
  | 'below_cost'
  | 'free';

/** What is wrong with the form's window at an instant. */
export function windowWarning(
  { validFrom, validTo }: Pick<SaleForm, 'validFrom' | 'validTo'>,
  now: Date
): SaleWarning | null {
  if (validFrom && validTo && validTo <= validFrom) return 'window_empty';
  return validTo && validTo <= now ? 'window_over' : null;
}
