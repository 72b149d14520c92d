import { type Amount, ZERO } from '../money/money';
import { byPrice, type Offer, standsAt, winningOffer } from './sale-price';

/**
 * What becomes of one variation: the sale sets its price; another one or a price set by hand is lower; it would not
 * be lower than the unit price; there is no unit price; the sale is not valid then; the sale no longer reaches it.
 */
export const SALE_OUTCOMES = [
  'reduced',
  'outbid',
  'not_below',
  'no_price',
  'not_valid',
  'left',
] as const;

export type SaleOutcome = (typeof SALE_OUTCOMES)[number];

export interface SaleEffect {
  outcome: SaleOutcome;
  /** What it costs without the sale; null cannot be bought. */
  before: Amount | null;
  /** What it costs with it. */
  after: Amount | null;
  /** The sale price that this one takes over from, or that stands instead of it. */
  rival: Offer | null;
}

interface Situation {
  unitPrice: Amount | null;
  /** Whether the sale reaches it at all. */
  reached: boolean;
  /** What the sale makes of its price; null where it leaves it alone. */
  offer: Offer | null;
  /** Of the other sales that reach it, and by hand. */
  others: readonly Offer[];
}

/** What a sale does to a variation at an instant, by the same rule that decides when it is saved (rules 3.3, 3.5). */
export function saleEffect(situation: Situation, at: Date): SaleEffect {
  const { unitPrice, offer, others } = situation;
  const without = standing(others, at);
  const stands = standing(offer ? [offer, ...others] : others, at);
  const before = priceOf(unitPrice, without);
  const outcome = outcomeOf(situation, stands, at);
  return {
    outcome,
    before,
    after: outcome === 'reduced' ? priceOf(unitPrice, stands) : before,
    rival: outcome === 'reduced' || outcome === 'outbid' ? without : null,
  };
}

function outcomeOf(
  { unitPrice, reached, offer }: Situation,
  stands: Offer | null,
  at: Date
): SaleOutcome {
  if (!reached) return 'left';
  if (unitPrice === null) return 'no_price';
  // A percentage of next to nothing may round to the same price.
  if (offer === null || offer.price.gte(unitPrice)) return 'not_below';
  if (!standsAt(offer, at)) return 'not_valid';
  return stands === offer ? 'reduced' : 'outbid';
}

/** How much less it costs, and in percent to one place; null where it costs no less. */
export function reductionOf({ outcome, before, after }: SaleEffect) {
  if (outcome !== 'reduced' || before === null || after === null) return null;
  const amount = before.minus(after);
  const percent = before.isZero() ? ZERO : amount.times(100).dividedBy(before).toDecimalPlaces(1);
  return { amount, percent };
}

/** What a variation costs at an instant among these offers. */
export function priceAmong(
  unitPrice: Amount | null,
  offers: readonly Offer[],
  at: Date
): Amount | null {
  return priceOf(unitPrice, standing(offers, at));
}

/** The offer that sets the price at an instant, if one does. */
export function standing(offers: readonly Offer[], at: Date): Offer | null {
  const winner = winningOffer(offers, at);
  return winner && standsAt(winner, at) ? winner : null;
}

const priceOf = (unitPrice: Amount | null, offer: Offer | null) => offer?.price ?? unitPrice;

/** Who else sets the price of a variation while a sale lasts, seen from an instant on. */
export interface Rivals {
  /** Lower during all of the sale's time: here the sale never shows. */
  shadowedBy: Offer | null;
  /** Lower during a part of it: the price changes hands. */
  handOvers: Offer[];
}

/** 20 % in November against 40 % from the 27th to the 30th: it hands over. Against 40 % all year: it never shows. */
export function rivalsOf(offer: Offer, others: readonly Offer[], now: Date): Rivals {
  const from = begin(offer, now);
  const to = end(offer);
  const better = others.filter(
    (other) => byPrice(other, offer) < 0 && begin(other, now) < to && end(other) > from
  );
  const covers = better.find((other) => begin(other, now) <= from && end(other) >= to);
  return covers
    ? { shadowedBy: covers, handOvers: [] }
    : { shadowedBy: null, handOvers: better.filter((other) => end(other) > begin(other, now)) };
}

const begin = ({ from }: Offer, now: Date) => Math.max(from?.getTime() ?? 0, now.getTime());
const end = ({ to }: Offer) => to?.getTime() ?? Infinity;
