import type { LineData } from '../domain/cart/line-copy';
import type { ImageCopy, OptionChoice } from '../domain/catalogue/sellable';
import type { PaymentOperation } from '../domain/payments/payment';
import type { CartDto, ShippingOptionDto, TotalsDto } from './cart';
import type { MoneyText, TimeText } from './money';
import type { AdminOrderDto, OrderDto, OrderItemDto } from './orders';

export interface AdminOrderItemDto extends OrderItemDto {
  /** What it was made of, for whoever wants the same again. */
  type: string;
  documentId: string;
  data: LineData | null;
  /** Units that are still to be shipped. */
  toShip: number;
  /** Units that can still be given back. */
  refundable: number;
}

/** What a provider was asked to do about a payment, and what became of it. */
export interface PaymentOperationDto extends Omit<PaymentOperation, 'amount' | 'attempts'> {
  amount: MoneyText;
}

export interface AdminPaymentDto {
  id: string;
  provider: string;
  reference: string | null;
  status: OrderDto['payments'][number]['status'];
  amount: MoneyText;
  authorized: MoneyText;
  captured: MoneyText;
  refunded: MoneyText;
  /** Why it was declined. */
  reason: string | null;
  /** How much can be captured now, and how much let go. */
  capturable: MoneyText;
  voidable: MoneyText;
  operations: PaymentOperationDto[];
}

export interface RefundDto {
  id: string;
  at: TimeText;
  by: string;
  reason: string | null;
  status: 'pending' | 'done' | 'refused';
  amount: MoneyText;
  tax: MoneyText;
  lines: {
    itemId: string;
    sku: string | null;
    description: string;
    quantity: number;
    amount: MoneyText;
    discount: MoneyText;
    tax: MoneyText;
  }[];
  shipping: MoneyText;
  /** The part of it that was paid too much. */
  overpaid: MoneyText;
  restock: boolean;
  creditNote: { number: string; issuedAt: TimeText } | null;
}

/** What an edit makes, or would make, of an order. */
export interface OrderEditDto {
  before: TotalsDto;
  order: AdminOrderDto;
  /** The new total less the old one. */
  difference: MoneyText;
  /** How it can be shipped then. */
  shippingOptions: ShippingOptionDto[];
}

/** Something that staff can put into an order. */
export interface ThingToSellDto {
  type: string;
  documentId: string;
  sku: string | null;
  description: string;
  options: OptionChoice[];
  image: ImageCopy | null;
  /** What it costs now; null when it has no price. */
  unitPrice: MoneyText | null;
  regularPrice: MoneyText | null;
  onSale: boolean;
  /** Units left; null when they are not counted. */
  available: number | null;
  /** Why it cannot be sold now. */
  obstacle: 'not_for_sale' | 'no_price' | 'insufficient_stock' | null;
}

/** What an order that staff are about to make would cost. */
export interface StaffOrderPreviewDto {
  cart: CartDto;
  shippingOptions: ShippingOptionDto[];
  /** `offline`: the money comes outside the shop, and staff say when it has come. */
  paymentMethods: { code: string; label: string; offline: boolean }[];
}
