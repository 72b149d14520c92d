import { insufficientStock } from '../cart/check-quantity';
import { CommerceError, invalidInput } from '../errors';

/** Why staff change the stock by hand. Orders have reasons of their own. */
export const ADJUSTMENT_REASONS = [
  'received',
  'damaged',
  'lost',
  'counted',
  'returned',
  'other',
] as const;

export type AdjustmentReason = (typeof ADJUSTMENT_REASONS)[number];

/** What an integer column holds on every database. */
export const MOST_UNITS = 2_147_483_647;

/** What staff want of one variation's units. */
export type Adjustment =
  | { documentId: string; change: number }
  /** `seen` is what stood there when they decided; null units are not counted from now on. */
  | { documentId: string; units: number | null; seen: number | null };

interface Counted {
  documentId: string;
  sku: string | null;
  stock: number | null;
}

/**
 * The units after an adjustment. A change is made to whatever is there now: +5 by one editor and −2 by an order are +3.
 * A number is what somebody has counted, and holds only while nothing has moved since: seen 5, 4 are there → refused.
 *
 * @throws CommerceError insufficient_stock, stock_changed, invalid_input
 */
export function adjustStock(adjustment: Adjustment, thing: Counted): number | null {
  const { documentId, sku, stock } = thing;
  if ('units' in adjustment) {
    if (adjustment.seen !== stock) throw stockChanged([{ documentId, sku, stock }]);
    return adjustment.units;
  }
  const { change } = adjustment;
  if (stock === null) {
    throw invalidInput('change', `The units of ${nameOf(thing)} are not counted: set them first.`);
  }
  if (stock + change < 0) throw insufficientStock(sku, -change, stock);
  if (stock + change > MOST_UNITS) {
    throw invalidInput('change', `There can be at most ${MOST_UNITS} units.`);
  }
  return stock + change;
}

/** Somebody else, or an order, was faster. The facts say what is there now. */
export function stockChanged(variations: readonly Counted[]): CommerceError {
  const now = variations.map((one) => `${nameOf(one)}: ${one.stock ?? 'not counted'}`).join(', ');
  return new CommerceError('stock_changed', `The stock has changed meanwhile (now ${now})`, {
    variations,
  });
}

const nameOf = ({ sku, documentId }: Pick<Counted, 'sku' | 'documentId'>) => sku ?? documentId;
