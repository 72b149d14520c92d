import { insufficientStock } from '../cart/check-quantity';
import type { PricedCart, PricedLine } from '../cart/priced-cart';
import { CommerceError } from '../errors';
import { formatAmount } from '../money/format';
import { type Amount, money } from '../money/money';
import { findObstacle } from './find-obstacle';
import { missingDetails, type RequiredField } from './missing-details';
import { type PaymentChoice, settlePaymentMethod } from './settle-payment-method';

export interface PlacementTerms extends PaymentChoice {
  currency: string;
  requiredFields: readonly RequiredField[];
  /** Compared with the subtotal before discount; null when any order is welcome. */
  minOrderAmount: string | null;
  /** Whether the shop ships by options at all. */
  shippingConfigured: boolean;
  /** Whether the shopper has to accept the shop's terms. */
  termsRequired: boolean;
  /** What the client believes to pay, if it said so. */
  expectedTotal: Amount | null;
  /** The request itself names a discount code: what that changes was asked for. */
  codeRequested: boolean;
  /**
   * An inventory of the site's own answers for the units, when it keeps them. What it tells before may leave out those
   * that it keeps for this very cart since a request that died.
   */
  unitsAnswered: boolean;
}

/**
 * Everything that must be true before this cart becomes an order, whatever the client claims (rules 8.1, 8.4).
 * The way to pay is settled here, too: the chosen one, or the only one there is.
 *
 * @returns the code of the way to pay; null when there is nothing to pay
 * @throws CommerceError cart_empty, invalid_input, not_for_sale, no_price, insufficient_stock, minimum_order,
 *   shipping_option_unavailable, shipping_option_required, payment_method_unknown, cart_changed
 */
export function checkPlacement(priced: PricedCart, terms: PlacementTerms): string | null {
  if (priced.lines.length === 0) throw new CommerceError('cart_empty', 'The cart is empty');
  checkDetails(priced, terms);
  checkLines(priced, terms);
  checkMinimum(priced, terms);
  checkShipping(priced, terms);
  const method = payableBy(priced, terms);
  checkUnchanged(priced, terms);
  return method;
}

function checkDetails(
  { cart }: PricedCart,
  { requiredFields, termsRequired }: PlacementTerms
): void {
  const missing = missingDetails(cart.details, requiredFields);
  const unaccepted = termsRequired && !cart.details.termsAcceptedAt ? ['termsAccepted'] : [];
  if (missing.length + unaccepted.length === 0) return;
  throw new CommerceError('invalid_input', refusalOf(missing, unaccepted), {
    issues: [
      ...missing.map((path) => ({ path, message: 'is required' })),
      ...unaccepted.map((path) => ({ path, message: 'must be true' })),
    ],
  });
}

function refusalOf(missing: string[], unaccepted: string[]): string {
  return [
    ...(missing.length > 0 ? [`Please fill in: ${missing.join(', ')}`] : []),
    ...(unaccepted.length > 0 ? ['Please accept the terms'] : []),
  ].join('; ');
}

function checkLines(priced: PricedCart, { unitsAnswered }: PlacementTerms): void {
  const found = findObstacle(priced, unitsAnswered);
  if (!found) return;
  const { line, obstacle, requested } = found;
  if (obstacle.code === 'insufficient_stock') {
    throw insufficientStock(line.sku, requested, obstacle.available);
  }
  throw new CommerceError(obstacle.code, `“${line.description}” is not for sale any more`, {
    itemId: line.id,
    sku: line.sku,
  });
}

function checkMinimum({ totals }: PricedCart, { minOrderAmount, currency }: PlacementTerms): void {
  if (minOrderAmount === null || totals.subtotal.gte(money(minOrderAmount))) return;
  const minimum = formatAmount(money(minOrderAmount), currency);
  throw new CommerceError('minimum_order', `The minimum order is ${minimum} ${currency}`, {
    minimum,
    subtotal: formatAmount(totals.subtotal, currency),
  });
}

function checkShipping(priced: PricedCart, { shippingConfigured }: PlacementTerms): void {
  if (!shippingConfigured) return;
  const chosen = priced.cart.details.shippingOption;
  const gone = chosen !== null && priced.shippingOption?.code !== chosen;
  if (priced.shippingOptions.length === 0 || gone) {
    throw new CommerceError('shipping_option_unavailable', 'This way of shipping is not offered', {
      offered: priced.shippingOptions.map(({ code }) => code),
    });
  }
  if (priced.shippingOption === null) {
    throw new CommerceError('shipping_option_required', 'Please choose a way of shipping', {
      offered: priced.shippingOptions.map(({ code }) => code),
    });
  }
}

function payableBy(priced: PricedCart, terms: PlacementTerms): string | null {
  const settled = settlePaymentMethod(priced, terms);
  if (settled) return settled.code;
  throw new CommerceError('payment_method_unknown', 'Please choose a way to pay', {
    offered: terms.paymentMethods,
  });
}

/** The shopper pays what they were shown, or is asked again (rules 5.4, 8.4). */
function checkUnchanged(
  priced: PricedCart,
  { expectedTotal, codeRequested }: PlacementTerms
): void {
  const unexpected = expectedTotal !== null && !expectedTotal.eq(priced.totals.total);
  const discountChanged = !codeRequested && !isShownDiscount(priced);
  if (!unexpected && !discountChanged && !priced.lines.some(priceChanged)) return;
  throw new CommerceError('cart_changed', 'The cart has changed; please look at it again', {
    cart: priced,
  });
}

function isShownDiscount({ cart, totals }: PricedCart): boolean {
  return cart.shown?.discount.eq(totals.discount) ?? totals.discount.isZero();
}

function priceChanged({ shownPrice, unitPrice }: PricedLine): boolean {
  return shownPrice === null || unitPrice === null || !shownPrice.eq(unitPrice);
}
