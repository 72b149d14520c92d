import { CommerceError } from '../errors';
import { fitsColumn, ZERO } from '../money/money';
import { sumAmounts } from '../money/sum-amounts';
import { liveLines } from './live-lines';
import type { LoadedCart } from './priced-cart';

/** Tax and shipping may come on top, and must still fit the column. */
const ROOM_FOR_THE_REST = 10;

/** @throws CommerceError invalid_amount: nothing is stored that could not be answered with */
export function checkSubtotal({ cart, lines, sellables }: LoadedCart, now: Date): void {
  const subtotal = sumAmounts(
    liveLines(lines, sellables, cart.shown, now).map(({ unitPrice, line }) =>
      (unitPrice ?? ZERO).times(line.quantity)
    )
  );
  if (fitsColumn(subtotal.times(ROOM_FOR_THE_REST))) return;
  throw new CommerceError('invalid_amount', 'The cart would cost more than the shop can count', {
    path: 'quantity',
  });
}
