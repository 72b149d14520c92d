import type { ImageCopy, OptionChoice } from '../domain/catalogue/sellable';
import type { MoneyText, TimeText } from './money';

/** A product in a list. `price…` are those of the default variation; `priceMin` and so on look at all. */
export interface CardDto {
  documentId: string;
  slug: string;
  title: string;
  description: string | null;
  sku: string | null;
  image: ImageCopy | null;
  unitPrice: MoneyText | null;
  salePrice: MoneyText | null;
  price: MoneyText | null;
  onSale: boolean;
  saleTo: TimeText | null;
  hasPrice: boolean;
  priceMin: MoneyText | null;
  priceMax: MoneyText | null;
  inStock: boolean;
  rating: { average: number | null; count: number };
  currency: string;
}

export interface VariationDto {
  documentId: string;
  sku: string | null;
  options: OptionChoice[];
  unitPrice: MoneyText | null;
  salePrice: MoneyText | null;
  price: MoneyText | null;
  onSale: boolean;
  saleTo: TimeText | null;
  hasPrice: boolean;
  inStock: boolean;
  available: number | null;
  isDefault: boolean;
  image: ImageCopy | null;
}

export interface ProductDto extends CardDto {
  content: unknown;
  images: (ImageCopy & { description: string | null })[];
  options: { type: string; values: string[] }[];
  variations: VariationDto[];
  categories: { slug: string; title: string }[];
  related: CardDto[];
  upsells: CardDto[];
  seo: { metaTitle: string | null; metaDescription: string | null; keywords: string | null };
}

export interface PaginationDto {
  page: number;
  pageSize: number;
  pageCount: number;
  total: number;
}
