import type { Amount } from '../money/money';
import { type CurrentPrice, currentPrice } from './current-price';
import type { Variation } from './variation';

/** What a product's variations come down to. */
export interface VariationSummary {
  live: number;
  retired: number;
  /** Of the current prices; null when none has one. */
  priceMin: Amount | null;
  priceMax: Amount | null;
  withoutPrice: number;
  /** Of those whose stock is counted; null when none is. */
  stock: number | null;
  /** Whose stock is counted, and is 0. */
  soldOut: number;
  uncounted: number;
  standard: Variation | null;
}

/** Of the variations that are for sale; retired ones are counted and nothing else. */
export function summarizeVariations(variations: readonly Variation[], at: Date): VariationSummary {
  const live = variations.filter(({ retired }) => !retired);
  const prices = live.flatMap((variation): Amount[] => {
    const { price }: CurrentPrice = currentPrice(variation, at);
    return price === null ? [] : [price];
  });
  const sorted = prices.sort((a, b) => a.comparedTo(b));
  const stocks = live.flatMap(({ stock }) => stock ?? []);
  return {
    live: live.length,
    retired: variations.length - live.length,
    priceMin: sorted.at(0) ?? null,
    priceMax: sorted.at(-1) ?? null,
    withoutPrice: live.length - prices.length,
    stock: stocks.length === 0 ? null : stocks.reduce((sum, units) => sum + units, 0),
    soldOut: stocks.filter((units) => units === 0).length,
    uncounted: live.length - stocks.length,
    standard: live.find(({ isDefault }) => isDefault) ?? null,
  };
}
