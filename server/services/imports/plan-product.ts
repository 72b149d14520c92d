import { optionKey } from '../../domain/catalogue/option-key';
import { choiceKey } from '../../domain/imports/check-draft';
import {
  type KnownPicture,
  type KnownProduct,
  type KnownVariation,
  picturesOf,
} from '../../domain/imports/known-product';
import { findPicture, matchPictures, saysSame } from '../../domain/imports/match-pictures';
import {
  isEmpty,
  type PageChange,
  planPage,
  type PageReferences,
  planStatus,
} from '../../domain/imports/plan-page';
import {
  planImportVariations,
  type VariationChange,
} from '../../domain/imports/plan-import-variations';
import type { PageDraft, ProductDraft, SharedFields } from '../../domain/imports/product-draft';
import type { OptionIds } from './import-options';

/** What the names in a file mean in the shop. */
export interface References {
  options: OptionIds;
  /** For a language, since what is not translated cannot be linked in it. */
  forPage: (locale: string) => Omit<PageReferences, 'pictures'>;
}

export interface PagePlan {
  locale: string;
  change: PageChange;
  isNew: boolean;
  publication: 'publish' | 'unpublish' | null;
}

export interface ProductPlan {
  pages: PagePlan[];
  shared: Partial<SharedFields>;
  /** Documents of options, when others are ticked. */
  ticks: string[] | undefined;
  descriptions: { documentId: string; description: string | null }[];
}

/** What of a product's pages, pictures and ticks differs from what the file says. */
export function planProduct(
  draft: ProductDraft,
  known: KnownProduct | undefined,
  references: References,
  defaultLocale: string,
  pictures: readonly KnownPicture[] = picturesOf(known)
): ProductPlan {
  const ticks = [...references.options.values()];
  const present = new Set(known?.ticks);
  const sameTicks = ticks.length === present.size && ticks.every((id) => present.has(id));
  const shared = changedShared(known?.shared, draft.shared);
  const touched = !sameTicks || Object.keys(shared).length > 0;

  const pages = pagesOf(draft, defaultLocale).map(([locale, page]): PagePlan => {
    const before = known?.pages[locale];
    const change = planPage(
      before,
      page,
      { ...references.forPage(locale), pictures },
      draft.complete
    );
    const changed = touched || !isEmpty(change);
    return {
      locale,
      change,
      isNew: before === undefined,
      publication: planStatus(before?.status, page.status, changed),
    };
  });
  return {
    pages,
    shared,
    ticks: sameTicks ? undefined : ticks,
    descriptions: changedDescriptions(draft, known, defaultLocale, pictures),
  };
}

export function pagesOf(draft: ProductDraft, defaultLocale: string): [string, PageDraft][] {
  return [[defaultLocale, draft.page], ...Object.entries(draft.translations)];
}

export function changesNothing({ pages, shared, ticks, descriptions }: ProductPlan): boolean {
  return (
    Object.keys(shared).length === 0 &&
    ticks === undefined &&
    descriptions.length === 0 &&
    pages.every(({ change, isNew, publication }) => isEmpty(change) && !isNew && !publication)
  );
}

/** What of its variations differs; to be asked again once ticking has made them. */
export function planVariations(
  draft: ProductDraft,
  known: readonly KnownVariation[],
  options: OptionIds,
  before: KnownProduct | undefined,
  pictures: readonly KnownPicture[] = picturesOf(before)
): VariationChange[] {
  return planImportVariations({
    known,
    wanted: draft.variations.map((variation) => ({
      draft: variation,
      optionKey: optionKey(
        variation.options.flatMap((choice) => options.get(choiceKey(choice)) ?? [])
      ),
      ...pictureOf(variation.picture, pictures),
    })),
    before: new Set(before?.variations.map((variation) => variation.optionKey)),
    isNew: before === undefined,
  });
}

/** A picture that could not be had leaves the one that is there. */
function pictureOf(
  picture: ProductDraft['variations'][number]['picture'],
  pictures: readonly KnownPicture[]
): { picture?: string | null } {
  if (picture === undefined || picture === null) return picture === null ? { picture } : {};
  const found = findPicture(picture, pictures);
  return found ? { picture: found.documentId } : {};
}

function changedShared(
  known: SharedFields | undefined,
  wanted: Partial<SharedFields>
): Partial<SharedFields> {
  const plain = (value: unknown) => (value instanceof Date ? value.getTime() : (value ?? null));
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([field, value]) => plain(value) !== plain(known?.[field as keyof SharedFields])
    )
  );
}

/** A picture is described once, however many pages show it: the first one that names it decides. */
function changedDescriptions(
  draft: ProductDraft,
  known: KnownProduct | undefined,
  defaultLocale: string,
  pictures: readonly KnownPicture[]
): ProductPlan['descriptions'] {
  const onPages = pagesOf(draft, defaultLocale).flatMap(([locale, page]) =>
    matchPictures(page.pictures ?? [], known?.pages[locale]?.pictures ?? [], pictures)
  );
  const listed = new Set(onPages.map(({ found }) => found?.documentId));
  const onVariations = draft.variations.flatMap(({ picture }) => {
    const found = picture && findPicture(picture, pictures);
    return found && !listed.has(found.documentId) ? [{ draft: picture, found }] : [];
  });
  const changes = new Map<string, { wanted: string | null; same: boolean }>();
  for (const { draft: picture, found } of [...onPages, ...onVariations]) {
    if (!found || changes.has(found.documentId) || picture.description === undefined) continue;
    changes.set(found.documentId, {
      wanted: picture.description,
      same: saysSame(picture, found),
    });
  }
  return [...changes].flatMap(([documentId, { wanted, same }]) =>
    same ? [] : [{ documentId, description: wanted }]
  );
}
