import type { Address } from '../cart/cart';
import type { LineCopy } from '../cart/line-copy';
import type { Amount } from '../money/money';
import type { TaxSummary } from '../taxes/summarize-taxes';
import type { PriceStep } from '../totals/explain';
import type { LineTotals, Totals } from '../totals/sum-totals';
import type { Fulfilment, FulfilmentStatus } from './fulfilment-status';
import type { OrderStatus } from './order-status';
import type { Payment } from '../payments/payment';
import type { OrderPaymentStatus } from './payment-status';
import type { Refund } from './refund';

/** One line of an order, frozen. */
export interface OrderLine extends LineCopy, LineTotals {
  id: string;
  unitPrice: Amount;
  regularPrice: Amount;
  /** How the line came to cost what it costs. */
  explanation: PriceStep[];
}

/** A step in an order's life: who, when, from what to what. */
export interface HistoryEntry {
  at: string;
  by: string;
  step: 'placed' | 'status' | 'payment' | 'fulfilment' | 'refund' | 'edit' | 'invoice' | 'note';
  from: string | null;
  to: string;
  /** In words, for staff. */
  note?: string;
}

/** Who made the order: the shopper at the checkout, or staff for them. */
export type OrderSource = 'shopper' | 'staff';

/** An order: a snapshot that nothing in the catalogue can change any more (rule 8.5). */
export interface Order {
  documentId: string;
  number: string;
  /** How often lines and amounts were edited; so that nobody mixes those of two editions. */
  revision: number;
  /** The cart that it came from; null once that cart is open again, or for an order that never had one. */
  cartDocumentId: string | null;
  source: OrderSource;
  placedAt: Date;
  currency: string;
  locale: string | null;
  email: string;
  account: string | null;
  status: OrderStatus;
  paymentStatus: OrderPaymentStatus;
  fulfilmentStatus: FulfilmentStatus;
  lines: OrderLine[];
  billing: Address;
  shipping: Address;
  instructions: string | null;
  discountCode: { code: string; amount: string; freeShipping: boolean } | null;
  shippingOption: { code: string; label: string; amount: Amount; tax: Amount } | null;
  totals: Totals;
  taxes: TaxSummary[];
  explanation: PriceStep[];
  paymentMethod: string | null;
  payments: Payment[];
  fulfilments: Fulfilment[];
  refunds: Refund[];
  /** When the shopper accepted the terms; null where the shop does not ask. */
  termsAcceptedAt: Date | null;
  invoice: { number: string; issuedAt: Date } | null;
  history: HistoryEntry[];
  /** Until when an unpaid order keeps its units; null when it is paid or nothing is to be paid. */
  holdExpiresAt: Date | null;
  /** When the shop looks after it by itself; see `nextCheck`. */
  checkAt: Date | null;
}
