import type { Address, CartDetails, CartLine } from '../cart/cart';
import type { GrantedDiscount, PricedCart } from '../cart/priced-cart';
import type { DiscountCode } from '../discounts/discount-code';
import { CommerceError } from '../errors';
import { allocate } from '../money/allocate';
import { formatAmount } from '../money/format';
import { money, ZERO } from '../money/money';
import { isOpen } from '../payments/is-open';
import type { Payment } from '../payments/payment';
import { balanceOf } from './balance';
import type { Order } from './order';
import { statusNotAllowed } from './order-status';
import { placeOrder } from './place-order';

/** What of an order besides its lines staff may change. */
export interface DetailChanges {
  email?: string;
  billing?: Address;
  shipping?: Address;
  instructions?: string | null;
  shippingOption?: string | null;
}

/** @throws CommerceError status_not_allowed: what is over, or was cancelled, is changed by refunds only */
export function checkEditable({ status }: Pick<Order, 'status'>): void {
  if (status !== 'open') throw statusNotAllowed(status, 'edited', []);
}

/**
 * Whether the order is still the one that staff have seen.
 *
 * @throws CommerceError cart_changed `{revision}`
 */
export function checkRevision(
  { revision }: Pick<Order, 'revision'>,
  expected: number | undefined
): void {
  if (expected === undefined || expected === revision) return;
  const message = 'Somebody has edited this order meanwhile; please look at it again';
  throw new CommerceError('cart_changed', message, { revision });
}

/** What the order's shopper said, with what staff say now. */
export function editedDetails(order: Order, changes: DetailChanges): CartDetails {
  return {
    email: changes.email ?? order.email,
    billing: changes.billing ?? order.billing,
    shipping: changes.shipping ?? order.shipping,
    sameAsBilling: false,
    instructions: changes.instructions === undefined ? order.instructions : changes.instructions,
    shippingOption:
      changes.shippingOption === undefined
        ? (order.shippingOption?.code ?? null)
        : changes.shippingOption,
    paymentMethod: order.paymentMethod,
    termsAcceptedAt: order.termsAcceptedAt,
  };
}

/**
 * The order's code, as it holds for an edit: what was granted stays granted, whatever its window, its limits and its
 * least amount say today. null when it is gone, or was changed since: then the shares of the lines stand.
 */
export function codeAsGranted(order: Order, code: DiscountCode | null): DiscountCode | null {
  if (!code || !order.discountCode) return null;
  if (code.savedAt && code.savedAt > order.placedAt) return null;
  return {
    ...code,
    active: true,
    validFrom: null,
    validTo: null,
    minPurchase: null,
    maxUses: null,
    maxUsesPerCustomer: null,
  };
}

/** Each line keeps its share of the discount: less of a line keeps less of it in proportion, more of it no more. */
export function sharesAsGranted(order: Order, lines: readonly CartLine[]): GrantedDiscount {
  const shares = order.lines.flatMap((line): [string, typeof line.discount][] => {
    const quantity = lines.find(({ id }) => id === line.id)?.quantity ?? 0;
    const kept = Math.min(quantity, line.quantity);
    const weights = [money(kept), money(line.quantity - kept)];
    const [share = ZERO] = allocate(line.discount, weights, order.currency);
    return [[line.id, share]];
  });
  return { shares: new Map(shares), freeShipping: order.discountCode?.freeShipping ?? false };
}

/**
 * The order with what an edit makes of it: frozen anew where it changed, and nowhere else. A payment that nobody was
 * asked for yet asks for the new amount.
 */
export function editOrder(order: Order, priced: PricedCart, by: string, at: Date): Order {
  const fresh = placeOrder(priced, {
    ...order,
    lineIds: priced.lines.map(({ line }) => line.id),
    paymentDocumentId: '',
    asks: false,
    by,
  });
  const { lines, email, billing, shipping, instructions } = fresh;
  const { discountCode, shippingOption, totals, taxes, explanation } = fresh;
  const snapshot = { lines, email, billing, shipping, instructions };
  const figures = { discountCode, shippingOption, totals, taxes, explanation };
  const edited: Order = { ...order, ...snapshot, ...figures, revision: order.revision + 1 };
  const { due } = balanceOf(edited);
  return {
    ...edited,
    payments: edited.payments.map((payment) =>
      isUnasked(payment)
        ? { ...payment, amount: due, status: due.isZero() ? 'cancelled' : payment.status }
        : payment
    ),
    history: [
      ...order.history,
      {
        at: at.toISOString(),
        by,
        step: 'edit',
        from: formatAmount(order.totals.total, order.currency),
        to: formatAmount(totals.total, order.currency),
        note: whatChanged(order, edited).join('; '),
      },
    ],
  };
}

/** Whether an invoice over the order as it was is wrong now. */
export function changesBill(before: Order, after: Order): boolean {
  const billed = ({ lines, totals, billing, shipping }: Order) => {
    const { subtotal, discount, tax, total } = totals;
    const bought = lines.map((line) => {
      const { id, quantity, unitPrice } = line;
      return [id, quantity, unitPrice, line.discount, line.tax, line.total];
    });
    const figures = [subtotal, discount, totals.shipping, tax, total];
    return JSON.stringify([bought, figures, billing, shipping]);
  };
  return billed(before) !== billed(after);
}

function isUnasked(payment: Payment): boolean {
  return isOpen(payment) && payment.reference === null && payment.askedAt === null;
}

/** In words, for staff. */
function whatChanged(before: Order, after: Order): string[] {
  const name = ({ sku, description }: Order['lines'][number]) => sku ?? description;
  const lines = [
    ...before.lines.flatMap((line) => {
      const quantity = after.lines.find(({ id }) => id === line.id)?.quantity ?? 0;
      return quantity === line.quantity ? [] : [`${name(line)}: ${line.quantity} → ${quantity}`];
    }),
    ...after.lines
      .filter(({ id }) => !before.lines.some((line) => line.id === id))
      .map((line) => `${name(line)}: 0 → ${line.quantity}`),
  ];
  const differs = (field: 'email' | 'billing' | 'shipping' | 'instructions') =>
    JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  const fields = (['email', 'billing', 'shipping', 'instructions'] as const).filter(differs);
  const moved = before.shippingOption?.code !== after.shippingOption?.code;
  const option = moved
    ? [`${before.shippingOption?.code ?? '–'} → ${after.shippingOption?.code ?? '–'}`]
    : [];
  return [...lines, ...fields, ...option];
}
