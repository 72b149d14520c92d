import { type NewItem, newLine } from '../cart/add-item';
import type { CartLine } from '../cart/cart';
import { canBuy } from '../catalogue/can-buy';
import { refKey, type Sellable, type SellableRef } from '../catalogue/sellable';
import { insufficientStock, type QuantityLimits } from '../cart/check-quantity';
import { CommerceError } from '../errors';
import { ZERO } from '../money/money';
import type { Order, OrderLine } from './order';
import { unitsOf } from './units';

/** What of the lines staff want to be otherwise. */
export interface LineChanges {
  /** 0 removes. */
  quantities: readonly { id: string; quantity: number }[];
  added: readonly NewItem[];
}

/** More or fewer units of a thing than before. */
export interface UnitChange extends SellableRef {
  sku: string | null;
  change: number;
}

/**
 * The lines of a placed order after an edit. The same thing with the same data grows its line; what was shipped, or given
 * back before it could be, stays. Only what grows is held against stock and limits.
 *
 * @throws CommerceError item_not_found, invalid_quantity, cart_empty, quantity_limit, not_for_sale, no_price,
 *   insufficient_stock
 */
export function editLines(
  order: Order,
  present: readonly CartLine[],
  { quantities, added }: LineChanges,
  {
    sellables,
    at,
    limits,
  }: { sellables: ReadonlyMap<string, Sellable>; at: Date; limits: QuantityLimits }
): CartLine[] {
  for (const { id } of quantities) {
    if (!present.some((line) => line.id === id)) {
      throw new CommerceError('item_not_found', 'This order has no such item');
    }
  }
  const changed = present.flatMap((line) => {
    const wanted = quantities.find(({ id }) => id === line.id)?.quantity ?? line.quantity;
    return wanted === 0 ? [] : [{ ...line, quantity: wanted }];
  });
  const lines = added.reduce<CartLine[]>(withItem, changed);
  if (lines.length === 0) {
    throw new CommerceError('cart_empty', 'An order without items is no order: cancel it instead');
  }
  checkKept(order, lines, quantities);
  for (const line of lines) {
    const before = present.find(({ id }) => id === line.id)?.quantity ?? 0;
    if (line.quantity > before && line.quantity > limits.maxQuantityPerItem) {
      const max = limits.maxQuantityPerItem;
      throw new CommerceError('quantity_limit', `At most ${max} of one item`, { max });
    }
  }
  for (const { change, sku, ...ref } of unitChanges(present, lines)) {
    if (change > 0) checkGrowth(sellables.get(refKey(ref)), sku, change, at);
  }
  return lines;
}

/**
 * Whether nothing is taken off the order that has left, or that was given back in place of leaving.
 *
 * @throws CommerceError invalid_quantity
 */
export function checkKept(
  order: Order,
  lines: readonly { id: string; quantity: number }[],
  quantities: LineChanges['quantities']
): void {
  for (const line of order.lines) {
    const least = line.quantity - unitsOf(order, line).toShip;
    const wanted = lines.find(({ id }) => id === line.id)?.quantity ?? 0;
    if (wanted >= least) continue;
    const index = quantities.findIndex(({ id }) => id === line.id);
    const path = index < 0 ? 'quantities' : `quantities.${index}.quantity`;
    const message = `must be at least ${least}: so many have left, or were refunded`;
    throw new CommerceError('invalid_quantity', message, { issues: [{ path, message }] });
  }
}

/** By thing, whatever lines it is on. */
export function unitChanges(
  before: readonly (SellableRef & { sku: string | null; quantity: number })[],
  after: readonly (SellableRef & { sku: string | null; quantity: number })[]
): UnitChange[] {
  const changes = new Map<string, UnitChange>();
  const count = (line: SellableRef & { sku: string | null }, units: number) => {
    const { type, documentId, sku } = line;
    const known = changes.get(refKey(line))?.change ?? 0;
    changes.set(refKey(line), { type, documentId, sku, change: known + units });
  };
  for (const line of before) count(line, -line.quantity);
  for (const line of after) count(line, line.quantity);
  return [...changes.values()].filter(({ change }) => change !== 0);
}

/**
 * What the lines stand for, for pricing: a thing that the order has costs what it cost there, also for more of it;
 * another one what it costs now. A thing that is gone keeps its words, and can only shrink.
 */
export function pricedAsOrdered(
  { lines }: Pick<Order, 'lines'>,
  sellables: ReadonlyMap<string, Sellable>
): Map<string, Sellable> {
  const frozen = lines.map((line): [string, Sellable] => {
    const key = refKey(line);
    const live = sellables.get(key) ?? goneThing(line);
    return [key, { ...live, prices: pricesOf(line) }];
  });
  return new Map([...sellables, ...frozen]);
}

function pricesOf({ unitPrice, regularPrice }: OrderLine): Sellable['prices'] {
  const salePrice = unitPrice.eq(regularPrice) ? null : unitPrice;
  return { unitPrice: regularPrice, salePrice, saleFrom: null, saleTo: null };
}

function goneThing(line: OrderLine): Sellable {
  const { type, documentId, sku, description, options, url, image } = line;
  const words = { type, documentId, sku, description, options, url, image };
  return {
    ...words,
    productDocumentId: null,
    forSale: false,
    prices: pricesOf(line),
    stock: null,
    taxClass: null,
    weight: ZERO,
  };
}

function withItem(lines: readonly CartLine[], item: NewItem): CartLine[] {
  const present = lines.find(({ lineKey }) => lineKey === item.lineKey);
  if (!present) return [...lines, newLine(item)];
  const quantity = present.quantity + item.quantity;
  return lines.map((line) => (line === present ? { ...line, quantity } : line));
}

function checkGrowth(
  sellable: Sellable | undefined,
  sku: string | null,
  units: number,
  at: Date
): void {
  const obstacle = canBuy(sellable, units, at);
  if (!obstacle) return;
  if (obstacle.code === 'insufficient_stock') {
    throw insufficientStock(sku, units, obstacle.available);
  }
  throw new CommerceError(obstacle.code, 'This item is not for sale', { sku });
}
