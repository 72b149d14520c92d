import type { Settings } from '../../config';
import type { CheckoutTerms } from '../../domain/orders/checkout-steps';
import type { PaymentProvider } from '../../providers/payment';

/**
 * What the shop asks for at the checkout: the steps tell it and the placement insists on it. A shop without a payment
 * step does not ask how to pay: it takes the first way that is settled outside the shop, else the first one.
 */
export function checkoutTerms(
  settings: Settings,
  providers: readonly PaymentProvider[],
  ownInventory: boolean
): CheckoutTerms {
  const { checkout, shipping } = settings;
  const unasked = providers.find(({ offline }) => offline) ?? providers[0];
  return {
    splitSteps: checkout.splitSteps,
    paymentStep: checkout.paymentStep,
    confirmationStep: checkout.confirmationStep,
    termsRequired: checkout.termsRequired,
    requiredFields: checkout.requiredFields,
    minOrderAmount: settings.minOrderAmount,
    shippingConfigured: shipping.options.length > 0 || settings.providers.shipping !== undefined,
    paymentMethods: providers.map(({ name }) => name),
    unaskedMethod: checkout.paymentStep ? null : (unasked?.name ?? null),
    unitsAnswered: ownInventory,
  };
}
