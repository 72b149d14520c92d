import type { Cart, CartDetails, CartLine } from './cart';
import type { QuantityLimits } from './check-quantity';
import type { Notice } from './notices';

/** `add` sums quantities, `replace` takes those of the cart that is merged in, `keep_higher` the higher ones. */
export type MergeStrategy = 'add' | 'replace' | 'keep_higher';

/** A cart with its lines. */
export interface StockedCart {
  cart: Cart;
  lines: readonly CartLine[];
}

export interface MergedCart {
  lines: CartLine[];
  details: CartDetails;
  discountCode: string | null;
  notices: Notice[];
}

/**
 * One cart out of two (rules 6.6): a guest's is joined into the account's at login. Nothing is lost: the same thing
 * with the same data becomes one line, anything else a line of its own. Over the maximum is clamped, with a notice.
 * What the cart itself says (code, e-mail, addresses) stands; where it says nothing, the other one's words count.
 * Nobody asks for stock here: a merged cart that wants too much says so like every other, and cannot be ordered.
 */
export function mergeCarts(
  into: StockedCart,
  other: StockedCart,
  strategy: MergeStrategy,
  { maxQuantityPerItem }: QuantityLimits
): MergedCart {
  const notices: Notice[] = [];
  const clamp = (line: CartLine, wanted: number, before: number): number => {
    const quantity = Math.min(wanted, Math.max(maxQuantityPerItem, before));
    if (quantity < wanted) {
      notices.push({ code: 'quantity_clamped', itemId: line.id, requested: wanted, quantity });
    }
    return quantity;
  };
  const present = into.lines.map((line) => {
    const twin = other.lines.find(({ lineKey }) => lineKey === line.lineKey);
    if (!twin) return line;
    const wanted = together(line.quantity, twin.quantity, strategy);
    return { ...line, quantity: clamp(line, wanted, line.quantity) };
  });
  const fresh = other.lines
    .filter(({ lineKey }) => into.lines.every((line) => line.lineKey !== lineKey))
    .map((line) => ({ ...line, quantity: clamp(line, line.quantity, 0) }));
  return {
    lines: [...present, ...fresh],
    details: mergeDetails(into.cart.details, other.cart.details),
    discountCode: into.cart.discountCode ?? other.cart.discountCode,
    notices,
  };
}

function together(own: number, other: number, strategy: MergeStrategy): number {
  if (strategy === 'replace') return other;
  return strategy === 'add' ? own + other : Math.max(own, other);
}

/** Addresses go together: half of one cart's and half of the other's would send a parcel nowhere. */
function mergeDetails(own: CartDetails, other: CartDetails): CartDetails {
  const { billing, shipping, sameAsBilling } = own.billing || own.shipping ? own : other;
  return {
    email: own.email ?? other.email,
    billing,
    shipping,
    sameAsBilling,
    instructions: own.instructions ?? other.instructions,
    shippingOption: own.shippingOption ?? other.shippingOption,
    paymentMethod: own.paymentMethod ?? other.paymentMethod,
    termsAcceptedAt: own.termsAcceptedAt ?? other.termsAcceptedAt,
  };
}
