import type { CheckoutDto } from '../contracts/orders';
import type { Shop } from '../compose';
import type { CheckoutState } from '../services/checkout';
import { presentCart } from './present-cart';

/** Where a shopper stands: at the first step that is not complete, else at the last one. */
export function presentCheckout(
  state: CheckoutState,
  { currency, checkout }: Shop['settings']
): CheckoutDto {
  const { steps } = state;
  const step = steps.find(({ complete }) => !complete) ?? steps.at(-1);
  return {
    steps,
    step: step?.name ?? 'details',
    cart: presentCart(state.priced, currency),
    discountField: checkout.discountField,
    paymentMethods: state.paymentMethods,
    prefill: state.prefill && pickPrefill(state.prefill),
  };
}

/** What was remembered comes with more than a form needs. */
function pickPrefill({ email, billing, shipping }: NonNullable<CheckoutDto['prefill']>) {
  return { email, billing, shipping };
}
