import type { StoredBlock } from '../../domain/layout/block';
import { type BlockStage, stageOf } from '../../domain/layout/block-stage';
import { type Choice, findChosenCategories, findChosenProducts } from '../../storage/block-choices';
import type { Connection } from '../../storage/database';
import { type BlockElsewhere, findBlocks, findBlocksElsewhere } from '../../storage/layout-blocks';
import { hashOf } from '../secrets';

/** The drafts of a page in one language, with everything that a composer needs. */
export interface Composition {
  page: string;
  locale: string;
  /** Another one as soon as anybody changes anything of it. */
  version: string;
  blocks: { block: StoredBlock; stage: BlockStage }[];
  /** Blocks that this language does not have yet, as the first language has them. */
  elsewhere: BlockElsewhere[];
  products: ReadonlyMap<string, Choice>;
  categories: ReadonlyMap<string, Choice>;
}

/** Eleven statements, whatever the number of blocks. */
export async function readComposition(
  db: Connection,
  { page, locale }: { page: string; locale: string }
): Promise<Composition> {
  const drafts = await findBlocks(db, { page, locale, published: false });
  const live = await findBlocks(db, { page, locale, published: true });
  const elsewhere = missingHere(await findBlocksElsewhere(db, { page, locale }), drafts).filter(
    ({ removed }) => !removed
  );
  const named = (field: 'products' | 'categories') => [
    ...new Set([...drafts, ...elsewhere].flatMap((block) => block[field])),
  ];
  const products = await findChosenProducts(db, locale, named('products'));
  const categories = await findChosenCategories(db, locale, named('categories'));

  // What is not published cannot be linked to a published block: it is no difference.
  const publishable = (block: StoredBlock): StoredBlock => ({
    ...block,
    products: block.products.filter((id) => products.get(id)?.published),
    categories: block.categories.filter((id) => categories.get(id)?.published),
  });
  const published = new Map(live.map((block) => [block.documentId, block]));
  return {
    page,
    locale,
    version: versionOf(drafts),
    blocks: drafts.map((block) => ({
      block,
      stage: stageOf(publishable(block), published.get(block.documentId)),
    })),
    elsewhere,
    products,
    categories,
  };
}

/** Of what was read, not of a date: it also changes when a product goes, or another language moves a block. */
export function versionOf(drafts: readonly StoredBlock[]): string {
  return hashOf(JSON.stringify(drafts)).slice(0, 32);
}

/** Blocks that a language does not have, as the first language has them. */
export function missingHere(
  elsewhere: readonly BlockElsewhere[],
  here: readonly StoredBlock[]
): BlockElsewhere[] {
  const known = new Set(here.map(({ documentId }) => documentId));
  return elsewhere.filter(({ documentId }) => !known.has(documentId) && known.add(documentId));
}
