import type { TextKey } from '../../text/get-translation';
import type { Position } from './composition';

/** What an editor sets of a block besides when it is shown. */
export type BlockPart = 'heading' | 'text' | 'html' | 'image' | 'link' | 'products' | 'categories';

interface BlockKind {
  title: TextKey;
  /** What it is for. */
  hint: TextKey;
  parts: BlockPart[];
}

/** The kinds in the order in which they are offered, each with exactly what it uses. */
export const BLOCK_KINDS: Record<Position, BlockKind> = {
  hero: {
    title: 'layout.kind.hero',
    hint: 'layout.kind.hero.hint',
    parts: ['heading', 'text', 'image', 'link'],
  },
  featured: {
    title: 'layout.kind.featured',
    hint: 'layout.kind.featured.hint',
    parts: ['heading', 'text', 'image', 'link', 'products'],
  },
  products: {
    title: 'layout.kind.products',
    hint: 'layout.kind.products.hint',
    parts: ['heading', 'text', 'products', 'link'],
  },
  categories: {
    title: 'layout.kind.categories',
    hint: 'layout.kind.categories.hint',
    parts: ['heading', 'text', 'categories', 'link'],
  },
  banner: {
    title: 'layout.kind.banner',
    hint: 'layout.kind.banner.hint',
    parts: ['heading', 'text', 'image', 'link'],
  },
  html: {
    title: 'layout.kind.html',
    hint: 'layout.kind.html.hint',
    parts: ['heading', 'html'],
  },
};

export const POSITIONS = Object.keys(BLOCK_KINDS) as Position[];
