import { money } from '../../domain/money/money';
import {
  offeredShippingOptions,
  type ShippingOption,
} from '../../domain/shipping/shipping-options';
import { defineShippingProvider } from '../shipping';

/** The ways of shipping of `shipping.options` in the config: flat, free from an amount, by country and weight. */
export const shippingByOptions = (options: readonly ShippingOption[]) =>
  defineShippingProvider({
    name: 'options',
    quote: ({ address, discountedSubtotal, weight }) =>
      offeredShippingOptions(options, {
        country: address?.country ?? null,
        discountedSubtotal: money(discountedSubtotal),
        weight: money(weight),
      }).map(({ code, label, amount }) => ({ code, label, amount: amount.toFixed() })),
  });
