import type { Address } from '../domain/cart/cart';
import type { ImageCopy, OptionChoice } from '../domain/catalogue/sellable';
import type { Fulfilment, FulfilmentStatus } from '../domain/orders/fulfilment-status';
import type { HistoryEntry, OrderSource } from '../domain/orders/order';
import type { OrderStatus } from '../domain/orders/order-status';
import type { OrderPaymentStatus } from '../domain/orders/payment-status';
import type { PaymentStatus } from '../domain/payments/payment';
import type { PriceStep } from '../domain/totals/explain';
import type { CartDto, ShippingOptionDto, TaxDto, TotalsDto } from './cart';
import type { MoneyText, TimeText } from './money';
import type { AdminOrderItemDto, AdminPaymentDto, RefundDto } from './staff';

export interface OrderItemDto {
  id: string;
  sku: string | null;
  description: string;
  options: OptionChoice[];
  quantity: number;
  unitPrice: MoneyText;
  lineTotal: MoneyText;
  discount: MoneyText;
  tax: MoneyText;
  total: MoneyText;
  image: ImageCopy | null;
  url: string | null;
  /** With `?explain=true`: how the line came to cost what it costs. */
  explanation?: PriceStep[];
}

export interface OrderDto {
  number: string;
  token: string;
  placedAt: TimeText;
  currency: string;
  email: string;
  status: OrderStatus;
  paymentStatus: OrderPaymentStatus;
  fulfilmentStatus: FulfilmentStatus;
  items: OrderItemDto[];
  billing: Address;
  shipping: Address;
  instructions: string | null;
  discountCode: { code: string; amount: MoneyText; freeShipping: boolean } | null;
  shippingOption: ShippingOptionDto | null;
  totals: TotalsDto;
  taxes: TaxDto[];
  /** With `?explain=true`: how the order came to its total. */
  explanation?: PriceStep[];
  payments: {
    provider: string;
    reference: string | null;
    status: PaymentStatus;
    amount: MoneyText;
    refunded: MoneyText;
  }[];
  fulfilments: Fulfilment[];
  invoice: { number: string; issuedAt: TimeText } | null;
}

export interface PaymentAnswerDto {
  status: PaymentStatus;
  action?: Record<string, unknown>;
  reason?: string;
}

/** What staff see of an order: what the shopper sees, without the secret link, and its life. */
export interface AdminOrderDto extends Omit<OrderDto, 'token' | 'items' | 'payments'> {
  documentId: string;
  /** How often it was edited: an edit says which one it is about. */
  revision: number;
  source: OrderSource;
  account: string | null;
  paymentMethod: string | null;
  items: AdminOrderItemDto[];
  payments: AdminPaymentDto[];
  refunds: RefundDto[];
  /** Still to be paid. */
  amountDue: MoneyText;
  /** Paid too much, after an edit: to be given back. */
  overpaid: MoneyText;
  /** The most that can be given back. */
  refundable: MoneyText;
  history: HistoryEntry[];
  holdExpiresAt: TimeText | null;
  termsAcceptedAt: TimeText | null;
  /** Whether staff can confirm that the money has come. */
  canMarkAsPaid: boolean;
  /** What else can be done about it at this moment. Each step is checked again when it is taken. */
  can: {
    fulfil: boolean;
    cancel: boolean;
    edit: boolean;
    refund: boolean;
    requestPayment: boolean;
  };
}

export interface CheckoutStepDto {
  name: 'details' | 'payment' | 'confirmation';
  complete: boolean;
  missing: string[];
}

export interface CheckoutDto {
  steps: CheckoutStepDto[];
  /** The first step that is not complete, else the last. */
  step: CheckoutStepDto['name'];
  cart: CartDto;
  /** Whether the front end offers a field for discount codes; a code that is sent counts either way. */
  discountField: boolean;
  paymentMethods: { code: string; label: string }[];
  prefill: { email: string | null; billing: Address | null; shipping: Address | null } | null;
}
