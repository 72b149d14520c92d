import type { ImageCopy, OptionChoice } from '../domain/catalogue/sellable';
import type { MoneyText, TimeText } from './money';

/** A product in a list, with the site's own fields of `catalog.extraFields` beside these. `price…` are those of the default variation; `priceMin` and so on look at all. */
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
  /** Of the 30 days before the present reduction began, as shops in the EU must show it; null when not on sale. */
  lowestPrice30d: MoneyText | null;
  hasPrice: boolean;
  priceMin: MoneyText | null;
  priceMax: MoneyText | null;
  inStock: boolean;
  rating: RatingDto;
  currency: string;
}

/** `average` is from 1 to 5 with at most two decimals; null while nobody has rated. */
export interface RatingDto {
  average: number | null;
  count: number;
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
  lowestPrice30d: MoneyText | null;
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

/** What a list can be narrowed by. Each facet leaves its own selection aside. */
export interface FacetsDto {
  options: { type: string; values: { value: string; count: number }[] }[];
  price: { min: MoneyText | null; max: MoneyText | null };
  categories: { slug: string; title: string; count: number }[];
  onSale: number;
  inStock: number;
}

export interface CategoryNodeDto {
  documentId: string;
  slug: string;
  title: string;
  image: ImageCopy | null;
  children: CategoryNodeDto[];
}

export interface CategoryDto extends CategoryNodeDto {
  content: unknown;
  /** From the root down; the category itself is the last. */
  breadcrumbs: { documentId: string; slug: string; title: string }[];
  seo: { metaTitle: string | null; metaDescription: string | null };
}

export interface SitemapEntryDto {
  documentId: string;
  locale: string;
  slug: string;
  updatedAt: TimeText | null;
}

export interface SitemapDto {
  products: SitemapEntryDto[];
  categories: SitemapEntryDto[];
}

export interface PaginationDto {
  page: number;
  pageSize: number;
  pageCount: number;
  total: number;
}
