import type { OptionChoice } from '../domain/catalogue/sellable';
import type { MoneyText, TimeText } from './money';

export interface VariationPriceDto {
  documentId: string;
  sku: string | null;
  options: OptionChoice[];
  /** What a list shows of the product. */
  isDefault: boolean;
  unitPrice: MoneyText | null;
  /** null: it has no price then, and cannot be bought. */
  price: MoneyText | null;
  onSale: boolean;
  /** The sale price that stands then, else the next one to begin; `sale` null was set by hand. */
  offer: {
    price: MoneyText;
    sale: { documentId: string; title: string } | null;
    from: TimeText | null;
    to: TimeText | null;
  } | null;
}

/** `GET /products/:documentId/prices?at=` */
export interface PricesAtDto {
  at: TimeText;
  currency: string;
  variations: VariationPriceDto[];
  /** When the next sale price of one of them begins, and when the next one ends, from now on. */
  nextStart: TimeText | null;
  nextEnd: TimeText | null;
}
