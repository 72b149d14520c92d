/** Units of one thing that carts keep at this moment, as one of them meets it. */
export interface HeldUnits {
  /** Kept by the others. */
  others: number;
  /** Of those, what was kept before this cart kept its own. */
  earlier: number;
  /** Kept by this cart itself. */
  own: number;
}

/**
 * The units that are there for one cart: the stock without what others keep (rule 7.1). Together carts keep no more than
 * there is, unless an editor has taken units off the shelf since: then whoever came first keeps theirs, or each cart
 * would tell its shopper that the other one has the last unit.
 */
export function freeUnits(stock: number | null, held: HeldUnits | undefined): number | null {
  if (stock === null || !held) return stock;
  const mine = Math.min(held.own, stock - held.earlier);
  return Math.max(stock - held.others, mine, 0);
}
