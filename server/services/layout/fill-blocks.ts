import { type Card, cardOf } from '../../domain/catalogue/card';
import type { Category } from '../../domain/catalogue/category';
import { membersOf } from '../../domain/catalogue/category-members';
import type { ProductFilter } from '../../domain/catalogue/product-filter';
import type { Block } from '../../domain/layout/block';
import { type BlockState, blockState } from '../../domain/layout/block-state';
import { type ProductWish, productWishOf } from '../../domain/layout/product-wish';
import { findCategories } from '../../storage/categories';
import type { Connection } from '../../storage/database';
import type { ExtendedShelf } from '../../storage/extra-fields';
import type { StoredCard } from '../../storage/listings/cards';
import { findCards, findLists } from '../../storage/listings/shown-in-blocks';

/** A block with what it shows of the catalogue. */
export interface FilledBlock<Kind extends Block = Block> {
  block: Kind;
  state: BlockState;
  products: Card[];
  categories: Category[];
}

type Listed = Extract<ProductWish, { kind: 'listed' }>;

/** What is known of products beside what they carry; their order stays. */
export type Price = (cards: readonly StoredCard[]) => Promise<StoredCard[]>;

/** What blocks show at an instant: at most three statements, however many they are, and those of the prices. */
export async function fillBlocks<Kind extends Block>(
  db: Connection,
  shelf: ExtendedShelf,
  blocks: readonly Kind[],
  { features, price }: { features: { ratings: boolean }; price: Price }
): Promise<FilledBlock<Kind>[]> {
  const asksCategories = blocks.some(({ categories }) => categories.length > 0);
  const all = asksCategories ? await findCategories(db, shelf) : [];
  const byId = new Map(all.map((category) => [category.documentId, category]));

  const wishes = blocks.map(productWishOf);
  const chosen = wishes.flatMap((wish) => (wish.kind === 'chosen' ? wish.products : []));
  const onShelf = await findCards(db, shelf, [...new Set(chosen)]);
  const listed = wishes.filter((wish): wish is Listed => wish.kind === 'listed');
  const found = await findLists(
    db,
    shelf,
    listed.map((wish) => ({ ...wish, filter: filterOf(wish, all, byId) }))
  );
  const priced = await price([...onShelf, ...found.flat()]);
  const cards = new Map(priced.map((card) => [card.product.documentId, card]));
  const lists = new Map(listed.map((wish, index) => [wish, documentsOf(found[index] ?? [])]));

  return blocks.map((block, index) => {
    const wish = wishes[index] as ProductWish;
    const products = documentsWanted(wish, lists)
      .flatMap((id) => cards.get(id) ?? [])
      .slice(0, wish.kind === 'none' ? 0 : wish.limit)
      .map(({ product, range }) => cardOf(product, range, shelf.at, features));
    const categories = block.categories.flatMap((id) => byId.get(id) ?? []);
    const most = block.position === 'categories' ? (block.limit ?? undefined) : undefined;
    const shown = categories.slice(0, most);
    const contents = { products: products.length, categories: shown.length };
    return { block, state: blockState(block, contents, shelf.at), products, categories: shown };
  });
}

const documentsOf = (cards: readonly StoredCard[]) =>
  cards.map(({ product }) => product.documentId);

function documentsWanted(wish: ProductWish, lists: ReadonlyMap<Listed, string[]>) {
  switch (wish.kind) {
    case 'none':
      return [];
    case 'chosen':
      return wish.products;
    case 'listed':
      return lists.get(wish) ?? [];
  }
}

/** Categories that are not on the shelf have no members; when none of them is, nothing is listed. */
function filterOf(
  { categories, onSale }: Listed,
  all: readonly Category[],
  byId: ReadonlyMap<string, Category>
): ProductFilter {
  const members = categories?.flatMap((id) => {
    const category = byId.get(id);
    return category ? membersOf(category, all) : [];
  });
  return {
    members: members ?? null,
    words: [],
    options: new Map(),
    priceMin: null,
    priceMax: null,
    onSale,
    inStock: false,
  };
}
