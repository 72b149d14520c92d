import type { OptionChoice } from '../catalogue/sellable';
import type { Amount } from '../money/money';
import type { Block } from './blocks';
import type { CategoryTitle, OptionName } from './translated-names';

/** `modified`: published, with a draft that says something else. */
export type PageStatus = 'draft' | 'published' | 'modified';

export interface PictureDraft {
  url: string;
  /** Undefined: whatever it says already. */
  description?: string | null;
}

/** The texts of a product in one language. */
export interface PageTexts {
  title: string | null;
  slug: string | null;
  description: string | null;
  content: readonly Block[] | null;
  metaTitle: string | null;
  metaDescription: string | null;
  keywords: string | null;
}

/** A product's page in one language, as far as the file speaks of it. */
export interface PageDraft {
  texts: Partial<PageTexts>;
  pictures?: PictureDraft[];
  /** Titles from the root down: `[['Clothing', 'Shirts']]`. */
  categories?: string[][];
  /** Slugs in the default language. */
  related?: string[];
  upsells?: string[];
  status?: PageStatus;
}

/** What a product says in all languages. */
export interface SharedFields {
  available: boolean;
  publishFrom: Date | null;
  publishUntil: Date | null;
  taxClass: string | null;
  inSitemap: boolean;
}

export interface VariationFields {
  sku: string | null;
  unitPrice: Amount | null;
  /** Set by hand; what a sale has written is the sale's. */
  salePrice: Amount | null;
  saleFrom: Date | null;
  saleTo: Date | null;
  stock: number | null;
  /** Grams. */
  weight: Amount | null;
  costPrice: Amount | null;
}

export interface VariationDraft {
  line: number;
  options: OptionChoice[];
  fields: Partial<VariationFields>;
  /** For a variation that the import makes: what the file leaves open and must not stay open. */
  whenNew?: Partial<VariationFields>;
  isDefault?: boolean;
  picture?: PictureDraft | null;
}

/** One product of a file, whatever dialect it was written in. What is not there is left as it is. */
export interface ProductDraft {
  /** Its first line. */
  line: number;
  /** In the default language: what an existing product is recognised by. */
  slug: string;
  /** The file knows no slugs: this one was made of the title, and a number makes it unique in the file. */
  derivedSlug?: boolean;
  /** In the default language. */
  page: PageDraft;
  /** By language. */
  translations: Record<string, PageDraft>;
  shared: Partial<SharedFields>;
  variations: VariationDraft[];
  /** In other languages than the default one. */
  optionNames?: OptionName[];
  categoryTitles?: CategoryTitle[];
  /** The file has no columns for options: it can only speak of products that have none. */
  withoutOptions?: boolean;
  /** The file lists all pictures and categories; other dialects add to those that the shop has. */
  complete: boolean;
  notes: string[];
}
