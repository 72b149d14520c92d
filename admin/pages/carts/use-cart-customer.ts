import type { CartEntryDto } from '../../../server/contracts/cart-desk';
import { useText } from '../../text/use-text';

/** Whose cart it is, as far as is known: the best name first, and what else there is. */
export function useCartCustomer() {
  const text = useText();
  return ({ name, email, accountEmail, hasAccount }: CartEntryDto) => {
    const account = hasAccount ? text('carts.account') : null;
    const [first, ...more] = [name, email ?? accountEmail, account].filter(Boolean) as string[];
    return { name: first ?? text('carts.guest'), more: more.join(' · ') };
  };
}
