import type { RefundWish } from '../../../api/order-steps';
import { typedAmount } from '../../../text/typed-amount';
import { type Units, chosenUnits } from '../chosen-units';

/** What staff can choose to give back: items and shipping, an amount for no item, or everything. */
export type RefundKind = 'items' | 'amount' | 'all';

export interface RefundForm {
  kind: RefundKind;
  units: Units;
  /** All that is left of it. */
  shipping: boolean;
  amount: string;
  restock: boolean;
}

/** What is asked of the server; null as long as nothing was chosen. */
export function refundWish(form: RefundForm, locale: string): RefundWish | null {
  const { kind, shipping, restock } = form;
  if (kind === 'all') return { all: true, restock };
  if (kind === 'amount') {
    const amount = typedAmount(form.amount, locale);
    // There is nothing in an amount that could go back on the shelf.
    return amount === '' ? null : { amount, restock: false };
  }
  const lines = chosenUnits(form.units);
  if (lines.length === 0 && !shipping) return null;
  return {
    ...(lines.length > 0 ? { lines } : {}),
    ...(shipping ? { shipping: true as const } : {}),
    restock: restock && lines.length > 0,
  };
}
