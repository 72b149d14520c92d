import type { KnownPicture } from './known-product';
import type { PictureDraft } from './product-draft';

export interface PictureMatch {
  draft: PictureDraft;
  found: KnownPicture | undefined;
}

/**
 * Which pictures of a file the product has: known by the address of the file or by where an import had it from.
 * One on the same page goes before another page's, one with the same description before others; none is taken twice.
 */
export function matchPictures(
  drafts: readonly PictureDraft[],
  ofPage: readonly KnownPicture[],
  ofProduct: readonly KnownPicture[]
): PictureMatch[] {
  const candidates = [...new Map([...ofPage, ...ofProduct].map((p) => [p.documentId, p])).values()];
  const taken = new Set<KnownPicture>();
  const matches = new Map<PictureDraft, KnownPicture>();
  const take = (fits: (draft: PictureDraft, picture: KnownPicture) => boolean) => {
    for (const draft of drafts) {
      if (matches.has(draft)) continue;
      const found = candidates.find((picture) => !taken.has(picture) && fits(draft, picture));
      if (!found) continue;
      matches.set(draft, found);
      taken.add(found);
    }
  };
  take((draft, picture) => isOf(draft, picture) && saysSame(draft, picture));
  take(isOf);
  return drafts.map((draft) => ({ draft, found: matches.get(draft) }));
}

/** The picture of a variation is mostly one of the product's. */
export function findPicture(
  draft: PictureDraft,
  candidates: readonly KnownPicture[]
): KnownPicture | undefined {
  const same = candidates.filter((picture) => isOf(draft, picture));
  return same.find((picture) => saysSame(draft, picture)) ?? same.at(0);
}

function isOf({ url }: PictureDraft, picture: KnownPicture): boolean {
  return picture.url === url || picture.source === url;
}

export function saysSame({ description }: PictureDraft, picture: KnownPicture): boolean {
  return description === undefined || (description || null) === (picture.description || null);
}
