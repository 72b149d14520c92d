import type { PricedCart } from '../cart/priced-cart';
import { CommerceError } from '../errors';

/**
 * An edit does not change the way of shipping by itself: where the one that was chosen is no longer offered, staff choose.
 *
 * @throws CommerceError shipping_option_unavailable `{offered}`
 */
export function checkShippingOffered({ cart, shippingOption, shippingOptions }: PricedCart): void {
  const chosen = cart.details.shippingOption;
  if (chosen === null || shippingOption?.code === chosen) return;
  throw new CommerceError('shipping_option_unavailable', 'This way of shipping is not offered', {
    offered: shippingOptions.map(({ code }) => code),
  });
}
