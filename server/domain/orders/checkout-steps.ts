import type { PricedCart } from '../cart/priced-cart';
import { money } from '../money/money';
import { findObstacle } from './find-obstacle';
import { missingDetails, type RequiredField } from './missing-details';
import { type PaymentChoice, settlePaymentMethod } from './settle-payment-method';

export type StepName = 'details' | 'payment' | 'confirmation';

export interface CheckoutStep {
  name: StepName;
  complete: boolean;
  /** Paths of what is still to be said in it. */
  missing: string[];
}

/** How the shop's checkout goes, and what it asks for. */
export interface CheckoutTerms extends PaymentChoice {
  /** Payment is a step of its own. */
  splitSteps: boolean;
  paymentStep: boolean;
  confirmationStep: boolean;
  termsRequired: boolean;
  requiredFields: readonly RequiredField[];
  minOrderAmount: string | null;
  shippingConfigured: boolean;
  /** An inventory of the site's own answers for the units. */
  unitsAnswered: boolean;
}

/**
 * Where a shopper stands: one to three steps, and what each of them still lacks. Whatever would be refused when the
 * order is placed is missing in one of them, so that "complete" is true. What has no step of its own is asked for in
 * the first one, and the shop's terms in the last one, where the order is placed. `items` stands for the cart itself:
 * it is empty, below the least amount of an order, or has a line that cannot be bought. A confirmation is complete by
 * ordering.
 */
export function checkoutSteps(priced: PricedCart, terms: CheckoutTerms): CheckoutStep[] {
  const { details } = priced.cart;
  const names = stepNames(terms);
  const payment = settlePaymentMethod(priced, terms) ? [] : ['paymentMethod'];
  const missing: Record<StepName, string[]> = {
    details: [
      ...missingItems(priced, terms),
      ...missingDetails(details, terms.requiredFields),
      ...missingShipping(priced, terms),
      ...(names.includes('payment') ? [] : payment),
    ],
    payment,
    confirmation: [],
  };
  const last = names.at(-1) ?? 'details';
  if (terms.termsRequired && !details.termsAcceptedAt) missing[last].push('termsAccepted');
  return names.map((name) => ({
    name,
    complete: missing[name].length === 0 && name !== 'confirmation',
    missing: missing[name],
  }));
}

function stepNames({ splitSteps, paymentStep, confirmationStep }: CheckoutTerms): StepName[] {
  return [
    'details',
    ...(splitSteps && paymentStep ? (['payment'] as const) : []),
    ...(confirmationStep ? (['confirmation'] as const) : []),
  ];
}

function missingItems(priced: PricedCart, terms: CheckoutTerms): string[] {
  const { lines, totals } = priced;
  const least = terms.minOrderAmount;
  const tooLittle = least !== null && totals.subtotal.lt(money(least));
  const blocked = findObstacle(priced, terms.unitsAnswered) !== null;
  return lines.length === 0 || tooLittle || blocked ? ['items'] : [];
}

function missingShipping(
  { cart, lines, shippingOption }: PricedCart,
  { shippingConfigured }: CheckoutTerms
): string[] {
  if (!shippingConfigured || lines.length === 0) return [];
  const chosen = cart.details.shippingOption;
  const settled = shippingOption !== null && (chosen === null || chosen === shippingOption.code);
  return settled ? [] : ['shippingOption'];
}
