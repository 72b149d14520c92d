import type { Rivals, SaleEffect, SaleOutcome } from '../../domain/catalogue/sale-effect';
import type { Offer } from '../../domain/catalogue/sale-price';
import { type Amount, ZERO } from '../../domain/money/money';

/** What the sale does to one variation, and what it would cost if nothing were saved. */
export interface CountedRow extends SaleEffect {
  productDocumentId: string;
  unitPrice: Amount | null;
  costPrice: Amount | null;
  /** Its price at that instant as things are stored. */
  stored: Amount | null;
  /** Its price at that instant once the form is saved. */
  saved: Amount | null;
  /** null where the sale offers nothing. */
  rivals: Rivals | null;
}

/** A sale, or null for prices set by hand, and of how many variations it is told. */
export interface RivalSum {
  saleId: string | null;
  variations: number;
}

export interface HandOverSum extends RivalSum {
  from: Date | null;
  to: Date | null;
}

export interface SaleSums {
  /** Whose price the sale sets. */
  products: number;
  variations: number;
  /** How many the sale reaches. */
  reached: number;
  outcomes: Partial<Record<SaleOutcome, number>>;
  /** How many cost something else than now once it is saved; of these, how many lose this sale's price. */
  changes: number;
  lost: number;
  /** How much all of them together are reduced by, one unit of each. */
  saved: Amount;
  belowCost: number;
  free: number;
  /** Those on which the sale never shows. */
  shadowed: number;
  takesOverFrom: RivalSum[];
  outbidBy: RivalSum[];
  shadowedBy: RivalSum[];
  handsOverTo: HandOverSum[];
}

/** The sums over all rows, one row after the other. */
export function createSaleSums() {
  const products = new Set<string>();
  const outcomes: Partial<Record<SaleOutcome, number>> = {};
  const counts = { variations: 0, changes: 0, lost: 0, belowCost: 0, free: 0, shadowed: 0 };
  let saved = ZERO;
  const takesOverFrom = createTally<RivalSum>();
  const outbidBy = createTally<RivalSum>();
  const shadowedBy = createTally<RivalSum>();
  const handsOverTo = createTally<HandOverSum>();

  function count(row: CountedRow): void {
    const { outcome, before, after, rival, rivals } = row;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (!same(row.stored, row.saved)) {
      counts.changes += 1;
      if (outcome === 'left') counts.lost += 1;
    }
    if (rivals?.shadowedBy) {
      counts.shadowed += 1;
      shadowedBy(ofSale(rivals.shadowedBy));
    }
    for (const other of rivals?.handOvers ?? []) {
      handsOverTo({ ...ofSale(other), from: other.from, to: other.to });
    }
    if (outcome === 'outbid' && rival) outbidBy(ofSale(rival));
    if (outcome !== 'reduced' || !after) return;
    counts.variations += 1;
    products.add(row.productDocumentId);
    saved = saved.plus((before ?? after).minus(after));
    if (row.costPrice && after.lt(row.costPrice)) counts.belowCost += 1;
    if (after.isZero()) counts.free += 1;
    if (rival) takesOverFrom(ofSale(rival));
  }

  const result = (): SaleSums => ({
    ...counts,
    products: products.size,
    reached: Object.entries(outcomes).reduce(
      (sum, [outcome, rows]) => (outcome === 'left' ? sum : sum + rows),
      0
    ),
    outcomes,
    saved,
    takesOverFrom: takesOverFrom(),
    outbidBy: outbidBy(),
    shadowedBy: shadowedBy(),
    handsOverTo: handsOverTo(),
  });

  return { count, result };
}

const ofSale = ({ saleId }: Offer): RivalSum => ({ saleId, variations: 1 });

const same = (a: Amount | null, b: Amount | null) => (a === null || b === null ? a === b : a.eq(b));

/** Counts what is the same but for its number; without an argument it tells, the most frequent first. */
function createTally<Sum extends RivalSum>() {
  const known = new Map<string, Sum>();
  return (one?: Sum): Sum[] => {
    if (one) {
      const key = JSON.stringify({ ...one, variations: 0 });
      const variations = (known.get(key)?.variations ?? 0) + one.variations;
      known.set(key, { ...one, variations });
    }
    return [...known.values()].sort((a, b) => b.variations - a.variations);
  };
}
