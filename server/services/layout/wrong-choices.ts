import type { InputIssue } from '../../domain/errors';
import type { Block } from '../../domain/layout/block';
import { findChosenCategories, findChosenProducts } from '../../storage/block-choices';
import type { Connection } from '../../storage/database';

/** Products and categories that were chosen and do not exist in the language. Two statements. */
export async function wrongChoices(
  db: Connection,
  locale: string,
  blocks: readonly Block[]
): Promise<InputIssue[]> {
  const named = (field: 'products' | 'categories') => [
    ...new Set(blocks.flatMap((block) => block[field])),
  ];
  const known = {
    products: await findChosenProducts(db, locale, named('products')),
    categories: await findChosenCategories(db, locale, named('categories')),
  };
  return blocks.flatMap((block, index) =>
    (['products', 'categories'] as const).flatMap((field) =>
      block[field].flatMap((documentId, place): InputIssue[] =>
        known[field].has(documentId)
          ? []
          : [{ path: `blocks.${index}.${field}.${place}`, message: 'does not exist any more' }]
      )
    )
  );
}
