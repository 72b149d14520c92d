import type { Discount } from '../discounts/discount';
import { money, ZERO, type Amount } from '../money/money';
import { roundAmount, type RoundingMode } from '../money/rounding';

/**
 * What one sale makes of a unit price, or null where it leaves it alone (rules 3.3).
 * percent: the *new price* is rounded, not the reduction: 30 % of 1.27 → 0.89, 50 % of 0.05 → 0.03.
 * deduct and exact: only where the unit price is more: 5 off leaves 5.00 alone and makes 5.01 → 0.01, so that
 * a deduction never gives anything away. It does not choose between sales, nor look at their dates.
 */
export function salePriceOf(
  unitPrice: Amount | null,
  discount: Discount,
  currency: string,
  roundingMode: RoundingMode = 'half-up'
): Amount | null {
  if (unitPrice === null) return null;
  const { kind, value } = discount;
  if (kind === 'percent') {
    const rest = money(100).minus(value);
    return rest.lte(0)
      ? ZERO
      : roundAmount(unitPrice.times(rest).dividedBy(100), currency, roundingMode);
  }
  if (unitPrice.lte(value)) return null;
  return kind === 'deduct' ? unitPrice.minus(value) : value;
}

/** A sale price that competes for a variation: of a sale, or set by hand (`saleId` null). */
export interface Offer {
  saleId: string | null;
  price: Amount;
  from: Date | null;
  to: Date | null;
}

/** A sale as far as its price for one thing depends on it. */
export interface OfferingSale {
  documentId: string;
  discount: Discount;
  validFrom: Date | null;
  validTo: Date | null;
}

/** What the sales that reach a thing offer for it; one that leaves its price alone offers nothing. */
export function saleOffers(
  unitPrice: Amount | null,
  sales: readonly OfferingSale[] = [],
  { currency, roundingMode }: { currency: string; roundingMode?: RoundingMode }
): Offer[] {
  return sales.flatMap(({ documentId, discount, validFrom, validTo }) => {
    const price = salePriceOf(unitPrice, discount, currency, roundingMode);
    return price === null ? [] : [{ saleId: documentId, price, from: validFrom, to: validTo }];
  });
}

/**
 * Which of several sale prices stands at the instant `at` (rules 3.5): of those that are valid then, the lowest,
 * whoever saved it last. When none is valid yet, the next one to begin is put in place beforehand, so that its
 * start is exact. One that is over never stands, but for a price set by hand, which an editor should still see.
 * Equal prices: the one that lasts longer, then the one set by hand, then by id, so that every server agrees.
 */
export function winningOffer(offers: readonly Offer[], at: Date): Offer | null {
  const valid = offers.filter((offer) => standsAt(offer, at));
  if (valid.length > 0) return best(valid, byPrice);
  const coming = offers.filter(({ from, to }) => !begun(from, at) && !over(to, at));
  if (coming.length > 0) return best(coming, byStart);
  return offers.find(({ saleId }) => saleId === null) ?? null;
}

/** Whether it is valid at an instant: [from, to). */
export const standsAt = ({ from, to }: Offer, at: Date) => begun(from, at) && !over(to, at);

const begun = (from: Date | null, at: Date) => from === null || from <= at;
const over = (to: Date | null, at: Date) => to !== null && to <= at;

type Compare = (a: Offer, b: Offer) => number;

function best(offers: readonly Offer[], compare: Compare): Offer | null {
  return [...offers].sort(compare)[0] ?? null;
}

/** The better one first: the lowest price, of equal ones the one that lasts longer. */
export const byPrice: Compare = (a, b) =>
  a.price.comparedTo(b.price) || end(b) - end(a) || byOwner(a, b);

const byStart: Compare = (a, b) =>
  (a.from?.getTime() ?? 0) - (b.from?.getTime() ?? 0) || byPrice(a, b);

const byOwner: Compare = (a, b) => ((a.saleId ?? '') < (b.saleId ?? '') ? -1 : 1);

const NEVER = 8.64e15;
const end = ({ to }: Offer) => to?.getTime() ?? NEVER;
