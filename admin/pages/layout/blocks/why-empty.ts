import type { BlockViewDto } from '../../../../server/contracts/layout';
import type { TextKey } from '../../../text/get-translation';
import type { DraftBlock } from '../composition';

type Shown = Pick<DraftBlock, 'position' | 'source' | 'products' | 'categories' | 'limit'>;

/** Why a block has nothing to show. */
export function emptyWords({ position, source, products, categories }: Shown): TextKey {
  switch (position) {
    case 'html':
      return 'layout.empty.html';
    case 'categories':
      return categories.length === 0 ? 'layout.empty.no-categories' : 'layout.empty.categories';
    case 'products':
      if (source === 'chosen' && products.length + categories.length === 0) {
        return 'layout.empty.no-products';
      }
      return 'layout.empty.products';
    case 'hero':
    case 'banner':
    case 'featured':
      return 'layout.empty.words';
  }
}

/** How many of the chosen products or categories shoppers do not get to see, because they are not in the shop now. */
export function missing(block: Shown, view: BlockViewDto | undefined): number {
  if (!view || view.state !== 'shown') return 0;
  const { position, source, products, categories, limit } = block;
  const lacking = (chosen: number, shown: number) =>
    limit !== null && shown >= limit ? 0 : Math.max(0, chosen - shown);
  if (position === 'categories') return lacking(categories.length, view.block.categories.length);
  const showsChosen = (position === 'products' || position === 'featured') && source === 'chosen';
  return showsChosen && products.length > 0
    ? lacking(products.length, view.block.products.length)
    : 0;
}
