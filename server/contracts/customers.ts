import type { Address } from '../domain/cart/cart';
import type { LineData } from '../domain/cart/line-copy';
import type { MoneyText, TimeText } from './money';
import type { OrderDto } from './orders';

export interface SavedAddressDto {
  id: string;
  address: Address;
  defaultBilling: boolean;
  defaultShipping: boolean;
}

/** Everything that the shop knows of one person. */
export interface CustomerDataDto {
  email: string | null;
  addresses: SavedAddressDto[];
  /** In browsers that were asked to remember them. */
  remembered: {
    email: string | null;
    billing: Address | null;
    shipping: Address | null;
    expiresAt: TimeText;
  }[];
  carts: {
    status: 'open' | 'checked_out';
    email: string | null;
    billing: Address | null;
    shipping: Address | null;
    instructions: string | null;
    discountCode: string | null;
    termsAcceptedAt: TimeText | null;
    updatedAt: TimeText;
    items: { sku: string | null; description: string; quantity: number; data: LineData | null }[];
  }[];
  orders: CustomerOrderDto[];
  ratings: { product: string; value: number; ratedAt: TimeText }[];
  /** That were sent about these orders and carts. */
  mails: { kind: string; to: string; sentAt: TimeText }[];
}

/** An order without its secret link, and with the numbers of its documents. */
export interface CustomerOrderDto extends Omit<OrderDto, 'token'> {
  termsAcceptedAt: TimeText | null;
  creditNotes: string[];
}

/** Somebody whom staff may make an order for, with what a form is filled in with. */
export interface FoundCustomerDto {
  account: string | null;
  email: string;
  orders: number;
  lastOrderAt: TimeText | null;
  billing: Address | null;
  /** null where it is the billing address. */
  shipping: Address | null;
}

/** What else whoever placed an order has ordered. */
export interface OtherOrdersDto {
  latest: {
    documentId: string;
    number: string;
    placedAt: TimeText;
    currency: string;
    total: MoneyText;
    status: OrderDto['status'];
    paymentStatus: OrderDto['paymentStatus'];
    fulfilmentStatus: OrderDto['fulfilmentStatus'];
  }[];
  /** How many others there are. */
  count: number;
  /** What all of them cost, this one too, cancelled ones left out. */
  spent: { currency: string; amount: MoneyText }[];
  isFirst: boolean;
}

/** What the form of an address asks for. */
export interface AddressFormDto {
  required: ('email' | keyof Address)[];
  countries: { code: string; postcode: boolean; state: boolean }[];
}

/** What an erasure did. */
export interface ErasedDto {
  /** Orders that keep their figures and nothing of the person. */
  orders: number;
  carts: number;
  addresses: number;
  remembered: number;
  ratings: number;
}
