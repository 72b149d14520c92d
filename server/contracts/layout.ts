import type { ImageCopy } from '../domain/catalogue/sellable';
import type { BlockImage, Position, Source } from '../domain/layout/block';
import type { BlockStage } from '../domain/layout/block-stage';
import type { BlockState } from '../domain/layout/block-state';
import type { CardDto } from './catalogue';
import type { TimeText } from './money';

/** A block as a front end draws it. `position` says how; fields that its kind does not use are empty. */
export interface LayoutBlockDto {
  documentId: string;
  position: Position;
  sortOrder: number;
  heading: string | null;
  text: string | null;
  /** Sanitised: it can be put into a page as it is. */
  html: string | null;
  image: ImageCopy | null;
  link: { label: string | null; url: string } | null;
  products: CardDto[];
  categories: { slug: string; title: string; image: ImageCopy | null }[];
}

/** What an editor sets of a block. Products and categories are documents. */
export interface BlockContentDto {
  position: Position;
  visible: boolean;
  visibleFrom: TimeText | null;
  visibleUntil: TimeText | null;
  heading: string | null;
  text: string | null;
  html: string | null;
  linkLabel: string | null;
  linkUrl: string | null;
  image: BlockImage | null;
  source: Source;
  limit: number | null;
  removed: boolean;
}

/** A product or a category that an editor chose. */
export interface ChoiceDto {
  documentId: string;
  title: string | null;
  image: ImageCopy | null;
  published: boolean;
}

export interface ComposedBlockDto extends BlockContentDto {
  documentId: string;
  products: ChoiceDto[];
  categories: ChoiceDto[];
  /** Whether shoppers see it like this already. */
  stage: BlockStage;
}

/** A block of the page that another language has, and this one does not. */
export interface BlockElsewhereDto extends Omit<ComposedBlockDto, 'stage'> {
  locale: string;
}

export interface CompositionDto {
  page: string;
  locale: string;
  /** To be sent back with what is saved: who has it saw the page as it is. */
  version: string;
  blocks: ComposedBlockDto[];
  elsewhere: BlockElsewhereDto[];
}

export interface PagesDto {
  pages: { page: string; blocks: number }[];
  locales: { code: string; name: string; isDefault: boolean }[];
  /** Whether a link to the site's own front end can be made (`layout.previewUrl`). */
  hasSite: boolean;
}

/** A block as it is sent back: what was chosen by its documents, its picture by its id. */
export interface BlockWishDto extends Omit<BlockContentDto, 'image'> {
  documentId: string | null;
  image: number | null;
  products: string[];
  categories: string[];
}

export interface CompositionWishDto {
  locale: string;
  version: string;
  blocks: BlockWishDto[];
}

export interface BlockViewDto {
  state: BlockState;
  /** Without a document while it was never saved. */
  block: Omit<LayoutBlockDto, 'documentId' | 'sortOrder'>;
}

export interface PreviewLinkDto {
  /** Of the store API, from the site's root. */
  path: string;
  token: string;
  siteUrl: string | null;
  expiresAt: TimeText;
}
