import type { CartDetails } from '../cart/cart';
import { CommerceError } from '../errors';
import { missingDetails, type RequiredField } from './missing-details';
import type { Order } from './order';

/**
 * Whether an edit leaves everything said that an order needs. What was missing before the edit, because the shop asked for
 * less then, is nobody's fault now.
 *
 * @throws CommerceError invalid_input with the path of each field
 */
export function checkAddresses(
  { email, billing, shipping }: Order,
  details: CartDetails,
  required: readonly RequiredField[]
): void {
  const before = { ...details, email, billing, shipping };
  const known = new Set(missingDetails(before, required));
  const missing = missingDetails(details, required).filter((path) => !known.has(path));
  if (missing.length === 0) return;
  throw new CommerceError('invalid_input', `Please fill in: ${missing.join(', ')}`, {
    issues: missing.map((path) => ({ path, message: 'is required' })),
  });
}
