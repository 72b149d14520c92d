import { canonicalJson } from './canonical-json';
import type { KnownPage, KnownPicture } from './known-product';
import { matchPictures } from './match-pictures';
import type { PageDraft, PageStatus, PageTexts } from './product-draft';

/** Finds what a file names; undefined for what the shop does not have in that language. */
export interface PageReferences {
  category: (path: readonly string[]) => string | undefined;
  product: (slug: string) => string | undefined;
  /** All pictures that the product has, on whichever page. */
  pictures: readonly KnownPicture[];
}

/** What is to be written onto a page; empty when it says all that already. Documents in their order. */
export interface PageChange {
  texts: Partial<PageTexts>;
  images?: string[];
  categories?: string[];
  related?: string[];
  upsells?: string[];
}

/**
 * What a page lacks of what the file says. A complete file lists all pictures and categories, so others go; a file of
 * another shop adds its own and leaves those alone that an editor has added here.
 */
export function planPage(
  known: KnownPage | undefined,
  draft: PageDraft,
  references: PageReferences,
  complete: boolean
): PageChange {
  const merge = (wanted: readonly string[], present: readonly string[]) => [
    ...new Set(complete ? wanted : [...wanted, ...present]),
  ];
  const lists = {
    images:
      draft.pictures &&
      merge(
        matchPictures(draft.pictures, known?.pictures ?? [], references.pictures).flatMap(
          ({ found }) => found?.documentId ?? []
        ),
        (known?.pictures ?? []).map(({ documentId }) => documentId)
      ),
    categories:
      draft.categories &&
      mergeSets(
        draft.categories.flatMap((path) => references.category(path) ?? []),
        known?.categories ?? [],
        complete
      ),
    related: draft.related?.flatMap((slug) => references.product(slug) ?? []),
    upsells: draft.upsells?.flatMap((slug) => references.product(slug) ?? []),
  };
  const present = {
    images: known?.pictures.map(({ documentId }) => documentId) ?? [],
    categories: known?.categories ?? [],
    related: known?.related ?? [],
    upsells: known?.upsells ?? [],
  };
  const change: PageChange = { texts: changedTexts(known?.texts, draft.texts) };
  for (const field of ['images', 'categories', 'related', 'upsells'] as const) {
    const wanted = lists[field];
    if (wanted && wanted.join() !== present[field].join()) change[field] = wanted;
  }
  return change;
}

/** Categories that an editor has put into another order are still the same ones. */
function mergeSets(wanted: string[], present: readonly string[], complete: boolean): string[] {
  if (complete) return [...new Set(wanted)];
  return [...new Set([...present, ...wanted])];
}

function changedTexts(
  known: PageTexts | undefined,
  wanted: Partial<PageTexts>
): Partial<PageTexts> {
  const changed = Object.entries(wanted).filter(([field, value]) => {
    const before = known?.[field as keyof PageTexts];
    return canonicalJson(value || null) !== canonicalJson(before || null);
  });
  return Object.fromEntries(changed);
}

export function isEmpty({ texts, ...lists }: PageChange): boolean {
  return Object.keys(texts).length === 0 && Object.keys(lists).length === 0;
}

/**
 * What happens to the page's publication. A file that does not say leaves it as it is: a published page is published
 * again with its new texts. `modified` keeps what is published.
 */
export function planStatus(
  known: PageStatus | undefined,
  wanted: PageStatus | undefined,
  changed: boolean
): 'publish' | 'unpublish' | null {
  const after = wanted ?? known ?? 'draft';
  if (after === 'published') return changed || known !== 'published' ? 'publish' : null;
  if (after === 'draft') return known !== undefined && known !== 'draft' ? 'unpublish' : null;
  return null;
}
