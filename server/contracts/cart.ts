import type { Address, LineData } from '../domain/cart/cart';
import type { ImageCopy, OptionChoice } from '../domain/catalogue/sellable';
import type { MoneyText, TimeText } from './money';

export interface CartItemDto {
  id: string;
  type: string;
  documentId: string;
  sku: string | null;
  description: string;
  options: OptionChoice[];
  data: LineData | null;
  url: string | null;
  image: ImageCopy | null;
  quantity: number;
  /** The current price; null when the thing has none any more. */
  unitPrice: MoneyText | null;
  regularPrice: MoneyText | null;
  onSale: boolean;
  lineTotal: MoneyText;
  discount: MoneyText;
  tax: MoneyText;
  total: MoneyText;
  available: number | null;
  purchasable: boolean;
  productSlug: string | null;
}

export interface TotalsDto {
  subtotal: MoneyText;
  discount: MoneyText;
  shipping: MoneyText;
  tax: MoneyText;
  total: MoneyText;
  taxIncluded: boolean;
}

export interface TaxDto {
  label: string;
  rate: string;
  base: MoneyText;
  amount: MoneyText;
}

export interface ShippingOptionDto {
  code: string;
  label: string;
  amount: MoneyText;
}

export type NoticeDto =
  | { code: 'price_changed'; itemId: string; from: MoneyText; to: MoneyText }
  | { code: 'insufficient_stock'; itemId: string; available: number }
  | { code: 'not_for_sale'; itemId: string }
  | { code: 'shipping_option_dropped' };

export interface CartDto {
  token?: string;
  version: number;
  currency: string;
  status: 'open' | 'checked_out';
  items: CartItemDto[];
  totalQuantity: number;
  uniqueQuantity: number;
  discountCode: { code: string; amount: MoneyText; freeShipping: boolean } | null;
  shippingOption: ShippingOptionDto | null;
  totals: TotalsDto;
  taxes: TaxDto[];
  notices: NoticeDto[];
  email: string | null;
  billing: Address | null;
  shipping: Address | null;
  sameAsBilling: boolean;
  instructions: string | null;
  expiresAt: TimeText | null;
  updatedAt: TimeText;
}
