import { canBuy } from '../catalogue/can-buy';
import type { ErrorCode } from '../errors';
import type { Amount } from '../money/money';
import type { LiveLine } from './live-lines';

/** What a cart tells the shopper. Amounts are still exact; the answer formats them. */
export type Notice =
  | { code: 'price_changed'; itemId: string; from: Amount; to: Amount }
  | { code: 'insufficient_stock'; itemId: string; available: number }
  | { code: 'not_for_sale'; itemId: string }
  | { code: 'discount_code_dropped'; reason: string; [fact: string]: unknown }
  | { code: 'shipping_option_dropped' }
  | { code: 'quantity_clamped'; itemId: string; requested: number; quantity: number }
  | { code: 'item_dropped'; itemId: string; description: string };

interface Occasion {
  at: Date;
  /** Why the cart's discount code does not hold any more. */
  droppedCode: DroppedCode | null;
  shippingDropped: boolean;
}

interface DroppedCode {
  code: Extract<ErrorCode, `discount_code_${string}`>;
  details: Record<string, unknown>;
}

/** Everything that a cart has to tell at this moment, line by line, then about the whole of it. */
export function cartNotices(
  lines: readonly LiveLine[],
  { at, droppedCode, shippingDropped }: Occasion
): Notice[] {
  return [
    ...lines.flatMap((line) => lineNotices(line, at)),
    ...(droppedCode ? [codeDropped(droppedCode)] : []),
    ...(shippingDropped ? [{ code: 'shipping_option_dropped' } as const] : []),
  ];
}

/**
 * What changed about one line since the last answer, and what stands in its way (rule 6.2).
 * A changed price is told once: the caller remembers the new one as shown.
 */
export function lineNotices(live: LiveLine, at: Date): Notice[] {
  const { line, sellable, units } = live;
  const obstacle = canBuy(sellable, units, at);
  if (obstacle?.code === 'insufficient_stock') {
    return [
      ...priceNotice(live),
      { code: 'insufficient_stock', itemId: line.id, available: obstacle.available },
    ];
  }
  if (obstacle) return [{ code: 'not_for_sale', itemId: line.id }];
  return priceNotice(live);
}

function priceNotice({ line, shownPrice, unitPrice }: LiveLine): Notice[] {
  if (unitPrice === null || shownPrice === null || unitPrice.eq(shownPrice)) return [];
  return [{ code: 'price_changed', itemId: line.id, from: shownPrice, to: unitPrice }];
}

/** `discount_code_expired` → reason `expired`. */
function codeDropped({ code, details }: DroppedCode): Notice {
  return {
    code: 'discount_code_dropped',
    reason: code.replace('discount_code_', ''),
    ...details,
  };
}
