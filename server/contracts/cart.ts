import type { Address } from '../domain/cart/cart';
import type { LineData } from '../domain/cart/line-copy';
import type { ImageCopy, OptionChoice } from '../domain/catalogue/sellable';
import type { PriceStep } from '../domain/totals/explain';
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
  /** With `?explain=true`: how the line came to cost what it costs. */
  explanation?: PriceStep[];
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
  | {
      code: 'discount_code_dropped';
      /** The refusal of the code without its beginning: `expired`, `minimum` … */
      reason: string;
      /** What that reason tells, such as `minPurchase`. */
      [fact: string]: unknown;
    }
  | { code: 'shipping_option_dropped' }
  | { code: 'quantity_clamped'; itemId: string; requested: number; quantity: number }
  | { code: 'item_dropped'; itemId: string; description: string };

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
  /** With `?explain=true`: how the cart came to its total. */
  explanation?: PriceStep[];
  notices: NoticeDto[];
  email: string | null;
  billing: Address | null;
  shipping: Address | null;
  sameAsBilling: boolean;
  instructions: string | null;
  expiresAt: TimeText | null;
  updatedAt: TimeText;
}

/** `GET /cart/export`, and what `POST /cart/restore` takes. */
export interface CartExportDto {
  version: 1;
  currency: string;
  exportedAt: TimeText;
  items: {
    type: string;
    documentId: string;
    sku: string | null;
    description: string;
    quantity: number;
    data: LineData | null;
    unitPrice: MoneyText | null;
  }[];
  discountCode: string | null;
}
