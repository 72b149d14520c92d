import type { CheckoutDto, CheckoutStepDto } from '../contracts/orders';
import type { CheckoutState } from '../services/checkout';
import { presentCart } from './present-cart';

export interface StepSettings {
  splitSteps: boolean;
  paymentStep: boolean;
  confirmationStep: boolean;
}

/**
 * Where a shopper stands. One step asks for everything; split, details, payment and confirmation come one after
 * the other, each as the site has switched it on.
 */
export function presentCheckout(
  state: CheckoutState,
  settings: StepSettings,
  currency: string
): CheckoutDto {
  const { details } = state.priced.cart;
  const missing: Record<CheckoutStepDto['name'], string[]> = {
    details: [...state.missing, ...missingShipping(state)],
    payment: needsMethod(state) && !details.paymentMethod ? ['paymentMethod'] : [],
    confirmation: [],
  };
  const steps = stepNames(settings).map((name, _, names) => {
    const open = names.length === 1 ? Object.values(missing).flat() : missing[name];
    return { name, complete: open.length === 0 && name !== 'confirmation', missing: open };
  });
  const step = steps.find(({ complete }) => !complete) ?? steps.at(-1);
  return {
    steps,
    step: step?.name ?? 'details',
    cart: presentCart(state.priced, currency),
    paymentMethods: state.paymentMethods,
    prefill: null,
  };
}

function stepNames(settings: StepSettings): CheckoutStepDto['name'][] {
  return [
    'details',
    ...(settings.splitSteps && settings.paymentStep ? (['payment'] as const) : []),
    ...(settings.confirmationStep ? (['confirmation'] as const) : []),
  ];
}

function missingShipping({ priced }: CheckoutState): string[] {
  return priced.shippingOptions.length > 1 && !priced.shippingOption ? ['shippingOption'] : [];
}

function needsMethod({ priced, paymentMethods }: CheckoutState): boolean {
  return paymentMethods.length > 1 && !priced.totals.total.isZero();
}
