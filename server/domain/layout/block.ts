import type { ImageCopy } from '../catalogue/sellable';

/** What kinds of blocks a page is composed of. */
export const POSITIONS = ['hero', 'featured', 'html', 'banner', 'categories', 'products'] as const;
export type Position = (typeof POSITIONS)[number];

/** Where a block has its products from: an editor's choice, or what the shop knows by itself. */
export const SOURCES = ['chosen', 'newest', 'popular', 'sale'] as const;
export type Source = (typeof SOURCES)[number];

export interface BlockImage extends ImageCopy {
  id: number;
}

/** What an editor composes: one block of a page, in one language. Products and categories are documents. */
export interface Block {
  position: Position;
  visible: boolean;
  visibleFrom: Date | null;
  visibleUntil: Date | null;
  heading: string | null;
  text: string | null;
  html: string | null;
  linkLabel: string | null;
  linkUrl: string | null;
  image: BlockImage | null;
  products: readonly string[];
  categories: readonly string[];
  source: Source;
  limit: number | null;
  /** Taken off the page by an editor; it goes when the page is published. */
  removed: boolean;
}

/** The same as it is stored: drafted, or published. */
export interface StoredBlock extends Block {
  documentId: string;
  sortOrder: number;
}
