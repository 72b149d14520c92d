import type { ShownFigures } from '../../domain/cart/cart';
import type { PricedCart } from '../../domain/cart/priced-cart';
import { type Amount, fitsColumn } from '../../domain/money/money';
import { rememberAnswer } from '../../storage/carts';
import type { Database } from '../../storage/database';

/** After this the figures of `priced` count as shown to the shopper, and a dropped code as told (rules 5.4, 8.4). */
export async function rememberShown(
  database: Database,
  { cart, lines, totals, discountCode }: PricedCart
): Promise<void> {
  if (cart.version === 0 || cart.status !== 'open' || !fitsColumn(totals.total)) return;
  const prices = new Map(
    lines.flatMap(({ line, unitPrice }): [string, Amount][] =>
      unitPrice ? [[line.id, unitPrice]] : []
    )
  );
  const codeDropped = cart.discountCode !== null && discountCode === null;
  if (!codeDropped && isShown(cart.shown, { ...totals, prices })) return;
  await database.write((db) => rememberAnswer(db, cart, { totals, prices, codeDropped }));
}

function isShown(shown: ShownFigures | null, now: ShownFigures): boolean {
  if (!shown?.total.eq(now.total) || !shown.discount.eq(now.discount)) return false;
  if (shown.prices.size !== now.prices.size) return false;
  return [...now.prices].every(([id, price]) => shown.prices.get(id)?.eq(price));
}
