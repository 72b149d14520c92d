import { roundAverage } from '../money/rounding';

/** How many ratings there are, and what they add up to. */
export interface RatingTotals {
  count: number;
  sum: number;
}

/** What shoppers think of a product, as its rows carry it: a list needs no other table, and can be sorted by it. */
export interface Rating extends RatingTotals {
  /** From 1 to 5, with two decimals; null while nobody has rated. */
  average: number | null;
}

export function ratingOf({ count, sum }: RatingTotals): Rating {
  return { count, sum, average: count === 0 ? null : roundAverage(sum, count) };
}
