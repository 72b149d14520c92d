import { canBuy } from '../catalogue/can-buy';
import { currentPrice } from '../catalogue/current-price';
import { refKey, type Sellable } from '../catalogue/sellable';
import type { Amount } from '../money/money';
import type { CartLine, ShownFigures } from './cart';
import { unitsOnOtherLines } from './check-quantity';

/** A line with what it stands for at this moment. */
export interface LiveLine {
  line: CartLine;
  sellable: Sellable | undefined;
  /** Units of all lines of the same thing, which share its stock. */
  units: number;
  /** The current price; null when the thing has none. */
  unitPrice: Amount | null;
  regularPrice: Amount | null;
  /** The price in the last answer of this cart; null when it had none, or the line is new. */
  shownPrice: Amount | null;
  onSale: boolean;
  available: number | null;
  purchasable: boolean;
}

/** The live price of each line (rules 6.2): what was copied when it was added is never looked at. */
export function liveLines(
  lines: readonly CartLine[],
  sellables: ReadonlyMap<string, Sellable>,
  shown: ShownFigures | null,
  at: Date
): LiveLine[] {
  return lines.map((line) => {
    const sellable = sellables.get(refKey(line));
    const units = line.quantity + unitsOnOtherLines(lines, line);
    const { price, unitPrice, onSale } = sellable
      ? currentPrice(sellable.prices, at)
      : { price: null, unitPrice: null, onSale: false };
    return {
      line,
      sellable,
      units,
      unitPrice: price,
      regularPrice: unitPrice ?? price,
      shownPrice: shown?.prices.get(line.id) ?? null,
      onSale,
      available: sellable?.stock ?? null,
      purchasable: canBuy(sellable, units, at) === null,
    };
  });
}
