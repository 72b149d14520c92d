import type { Address } from '../domain/cart/cart';
import type { CartState } from '../domain/cart/cart-state';
import type { ImageCopy, OptionChoice } from '../domain/catalogue/sellable';
import type { TotalsDto } from './cart';
import type { PaginationDto } from './catalogue';
import type { MoneyText, TimeText } from './money';

export type CartStateDto = CartState;

/** A cart in the list of staff; its secret token is in none of these. */
export interface CartEntryDto {
  documentId: string;
  state: CartState;
  email: string | null;
  name: string | null;
  /** Of the account that it belongs to. */
  accountEmail: string | null;
  hasAccount: boolean;
  units: number;
  /** As last priced; null before anybody asked. */
  total: MoneyText | null;
  currency: string;
  discountCode: string | null;
  createdAt: TimeText;
  lastActivityAt: TimeText;
  order: { documentId: string; number: string } | null;
  /** Reminders that were sent. */
  reminders: number;
}

export interface CartsPageDto {
  data: CartEntryDto[];
  meta: {
    pagination: PaginationDto;
    /** Of all that fit. */
    value: MoneyText;
    currency: string;
  };
}

export interface CartLineSeenDto {
  id: string;
  sku: string | null;
  description: string;
  options: OptionChoice[];
  quantity: number;
  /** As last shown to the shopper. */
  price: MoneyText | null;
  image: ImageCopy | null;
}

export interface WholeCartDto extends CartEntryDto {
  lines: CartLineSeenDto[];
  billing: Address | null;
  shipping: Address | null;
  instructions: string | null;
  shippingOption: string | null;
  paymentMethod: string | null;
  totals: TotalsDto | null;
  mails: { status: string; createdAt: TimeText; sentAt: TimeText | null }[];
}
