import type { Sellable } from '../catalogue/sellable';
import type { Amount } from '../money/money';
import type { OfferedShippingOption } from '../shipping/shipping-options';
import type { TaxSummary } from '../taxes/summarize-taxes';
import type { LineTotals, Totals } from '../totals/sum-totals';
import type { Cart, CartLine } from './cart';
import type { Notice } from './notices';

/** A cart as it was read: its lines, and what they stand for at this moment. */
export interface LoadedCart {
  cart: Cart;
  lines: CartLine[];
  /** By `refKey`; what no longer exists is missing. */
  sellables: ReadonlyMap<string, Sellable>;
}

export interface PricedLine extends LineTotals {
  line: CartLine;
  sellable: Sellable | undefined;
  /** The current price; null when the thing has none, and then it counts 0. */
  unitPrice: Amount | null;
  /** The price without sale. */
  regularPrice: Amount | null;
  onSale: boolean;
  /** Units that can be had; null when they are not counted. */
  available: number | null;
  purchasable: boolean;
}

/** A cart with every figure decided at the instant `at`. */
export interface PricedCart {
  cart: Cart;
  lines: PricedLine[];
  totals: Totals;
  /** The part of the tax that is on shipping. */
  shippingTax: Amount;
  taxes: TaxSummary[];
  shippingOptions: OfferedShippingOption[];
  shippingOption: OfferedShippingOption | null;
  notices: Notice[];
  at: Date;
}
