import type { Sellable } from '../catalogue/sellable';
import type { DiscountCode } from '../discounts/discount-code';
import type { Amount } from '../money/money';
import type { OfferedShippingOption } from '../shipping/shipping-options';
import type { Taxed } from '../taxes/read-taxes';
import type { TaxSummary } from '../taxes/summarize-taxes';
import type { PriceStep } from '../totals/explain';
import type { LineTotals, Totals } from '../totals/sum-totals';
import type { Cart, CartLine } from './cart';
import type { LiveLine } from './live-lines';
import type { Notice } from './notices';

/** A cart as it was read: its lines, and what they stand for at this moment. */
export interface LoadedCart {
  cart: Cart;
  lines: CartLine[];
  /** By `refKey`; what no longer exists is missing. */
  sellables: ReadonlyMap<string, Sellable>;
  /** The cart's discount code; null when it has none, or when its code exists no more. */
  code: DiscountCode | null;
  /** What takes the place of a code: the shares that an order was granted when it was placed. */
  granted?: GrantedDiscount;
  /** What this request did to it that must be told, once. */
  notices: Notice[];
}

/** A discount that stands, whatever became of its code since. */
export interface GrantedDiscount {
  /** By the line's id; nothing for the others. */
  shares: ReadonlyMap<string, Amount>;
  freeShipping: boolean;
}

/** A line with what it costs in the end. A thing without a price counts 0. */
export interface PricedLine extends LiveLine, LineTotals {
  taxed: Taxed;
  explanation: PriceStep[];
}

/** A cart with every figure decided at the instant `at`. */
export interface PricedCart {
  cart: Cart;
  lines: PricedLine[];
  totals: Totals;
  /** The code that holds, and what it takes off; null without one, and when it was dropped. */
  discountCode: { code: string; amount: Amount; freeShipping: boolean } | null;
  /** The code as it was read, for the order that counts its use. */
  code: DiscountCode | null;
  /** The part of the tax that is on shipping. */
  shippingTax: Amount;
  taxes: TaxSummary[];
  shippingOptions: OfferedShippingOption[];
  /** The way of shipping that counts, with what is charged for it. */
  shippingOption: OfferedShippingOption | null;
  notices: Notice[];
  explanation: PriceStep[];
  at: Date;
}
