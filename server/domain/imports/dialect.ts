import type { Slugify } from '../catalogue/sku';
import type { HtmlNode } from './html-to-blocks';
import type { ProductDraft } from './product-draft';
import type { ImportRow } from './row';

export const DIALECTS = ['shopify', 'woocommerce', 'cartwright'] as const;

export type DialectName = (typeof DIALECTS)[number];

/** What a dialect has to know of the shop to read a product. */
export interface DraftContext {
  currency: string;
  slugify: Slugify;
  readHtml: (html: string) => HtmlNode[];
}

/** What a line belongs to. */
export interface RowKeys {
  /** Names of its product, any of which may be used by another line. */
  product: string[];
}

/** How one kind of file is written. Pure: it reads rows and makes drafts; what the shop has is none of its business. */
export interface Dialect {
  name: DialectName;
  /** The columns that it reads, by our name for them, with the headings that a file may use. */
  columns: Readonly<Record<string, readonly string[]>>;
  /** Headings of the form `title:de`: a column in another language. */
  translated?: readonly string[];
  /** Our names of those without which it is not this dialect. */
  required: readonly string[];
  /** @throws RowError when the line cannot be told to belong to any product. */
  keysOf: (row: ImportRow) => RowKeys;
  /** @throws RowError with all broken lines of the product. */
  draftOf: (rows: readonly ImportRow[], context: DraftContext) => ProductDraft;
}
