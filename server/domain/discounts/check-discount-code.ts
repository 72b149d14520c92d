import type { ErrorCode } from '../errors';
import { formatAmount } from '../money/format';
import type { Amount } from '../money/money';

/** What a code says about its own use. An empty bound (null) bounds nothing. */
export interface DiscountCodeTerms {
  active: boolean;
  validFrom: Date | null;
  validTo: Date | null;
  appliesTo: 'cart' | 'selection';
  minPurchase: Amount | null;
  maxUses: number | null;
  maxUsesPerCustomer: number | null;
  usedCount: number;
}

/** The cart and the moment that the code is held against. */
export interface DiscountCodeFacts {
  at: Date;
  /** The cart's subtotal before discount. */
  subtotal: Amount;
  /** Whether a line of the cart is in the code's selection. Not looked at when the code is for the cart. */
  hasEligibleLine: boolean;
  /** Orders that this account or e-mail already used the code in; 0 while the shopper is unknown. */
  customerUses: number;
  currency: string;
}

export type DiscountCodeRefusalCode = Extract<ErrorCode, `discount_code_${string}`>;

export interface DiscountCodeRefusal {
  code: DiscountCodeRefusalCode;
  details: Record<string, unknown>;
}

/**
 * Why a code does not hold for this cart now, or null when it does (rules 5.2). The first reason wins, in an
 * order that names what the shopper cannot change before what a fuller cart would mend: inactive, not
 * started, expired, exhausted, not applicable, minimum. The window is [from, to); a minimum of 50.00 is met
 * by 50.00. It does not count the use: two carts may both be told yes, and storage lets one of them win.
 */
export function checkDiscountCode(
  terms: DiscountCodeTerms,
  facts: DiscountCodeFacts
): DiscountCodeRefusal | null {
  const { validFrom, validTo, minPurchase } = terms;
  if (!terms.active) return refusal('discount_code_inactive');
  if (validFrom && facts.at < validFrom) {
    return refusal('discount_code_not_started', { validFrom: validFrom.toISOString() });
  }
  if (validTo && facts.at >= validTo) {
    return refusal('discount_code_expired', { validTo: validTo.toISOString() });
  }
  if (isUsedUp(terms.maxUses, terms.usedCount))
    return refusal('discount_code_exhausted', { by: 'all' });
  if (isUsedUp(terms.maxUsesPerCustomer, facts.customerUses)) {
    return refusal('discount_code_exhausted', { by: 'customer' });
  }
  if (terms.appliesTo === 'selection' && !facts.hasEligibleLine) {
    return refusal('discount_code_not_applicable');
  }
  if (minPurchase && facts.subtotal.lt(minPurchase)) {
    return refusal('discount_code_minimum', {
      minPurchase: formatAmount(minPurchase, facts.currency),
    });
  }
  return null;
}

function isUsedUp(limit: number | null, uses: number): boolean {
  return limit !== null && uses >= limit;
}

function refusal(
  code: DiscountCodeRefusalCode,
  details: Record<string, unknown> = {}
): DiscountCodeRefusal {
  return { code, details };
}
