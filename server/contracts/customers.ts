import type { Address } from '../domain/cart/cart';
import type { LineData } from '../domain/cart/line-copy';
import type { TimeText } from './money';
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
}

/** An order without its secret link, and with the numbers of its documents. */
export interface CustomerOrderDto extends Omit<OrderDto, 'token'> {
  termsAcceptedAt: TimeText | null;
  creditNotes: string[];
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
