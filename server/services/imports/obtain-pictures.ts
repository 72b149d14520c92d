import {
  type KnownPicture,
  type KnownProduct,
  picturesOf,
} from '../../domain/imports/known-product';
import { findPicture, matchPictures } from '../../domain/imports/match-pictures';
import type { PictureDraft, ProductDraft } from '../../domain/imports/product-draft';
import type { ImportRun } from './tools';

/** What was found or fetched for a product, by the address that the file of the import names. */
export interface ObtainedFiles {
  /** Of the media library; `source` is where it came from, if from elsewhere. */
  files: Map<string, { id: number; source: string | null }>;
  /** Takes back what was fetched for a product that was not imported after all. */
  takeBack: () => Promise<void>;
}

const MOST_KEPT = 5000;
const AT_ONCE = 4;
const PATIENCE = 3;

/**
 * Gets the pictures that a product lacks: from the media library, else from where they are. What cannot be had is
 * noted and left out: a product without a picture is better than none. Remote, so never inside a transaction.
 */
export function createObtainPictures({ tools, dryRun, notes }: ImportRun) {
  const known = new Map<string, number>();
  const silent = new Map<string, number>();
  let wouldFetch = 0;

  /** The file in the media library; undefined when it could not be had. */
  async function obtainOne(url: string): Promise<{ id: number; isNew: boolean } | undefined> {
    const present = known.get(url) ?? (await tools.media.find(url));
    if (present !== undefined) return { id: present, isNew: false };
    if (!isRemote(url)) {
      notes.note(`The picture ${url} is not in the media library.`);
      return undefined;
    }
    if (dryRun) {
      wouldFetch += 1;
      return undefined;
    }
    const id = await fetchOne(url);
    return id === undefined ? undefined : { id, isNew: true };
  }

  async function fetchOne(url: string): Promise<number | undefined> {
    const host = hostOf(url);
    if ((silent.get(host) ?? 0) >= PATIENCE) {
      notes.note(`Pictures of ${host} were not fetched: its server did not answer.`);
      return undefined;
    }
    const answer = await tools.fetchPicture(url);
    if ('refused' in answer) {
      if (answer.isSilent) silent.set(host, (silent.get(host) ?? 0) + 1);
      notes.note(`The picture ${url} was not fetched: ${answer.refused}.`);
      return undefined;
    }
    silent.delete(host);
    try {
      const id = await tools.media.store(answer);
      if (known.size >= MOST_KEPT) known.clear();
      known.set(url, id);
      return id;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      notes.note(`The picture ${url} could not be stored: ${reason}`);
      return undefined;
    }
  }

  return {
    obtain: async (
      draft: ProductDraft,
      product: KnownProduct | undefined
    ): Promise<ObtainedFiles> => {
      const files: ObtainedFiles['files'] = new Map();
      const stored: { url: string; id: number }[] = [];
      const urls = missingPictures(draft, product);
      for (let start = 0; start < urls.length; start += AT_ONCE) {
        const some = urls.slice(start, start + AT_ONCE);
        const found = await Promise.all(
          some.map(async (url) => ({ url, file: await obtainOne(url) }))
        );
        for (const { url, file } of found) {
          if (!file) continue;
          files.set(url, { id: file.id, source: isRemote(url) ? url : null });
          if (file.isNew) stored.push({ url, id: file.id });
        }
      }
      return {
        files,
        takeBack: async () => {
          for (const { url, id } of stored) {
            known.delete(url);
            await tools.media.remove(id);
          }
        },
      };
    },

    /** In a dry run nothing is fetched. */
    tell: () => {
      if (wouldFetch > 0) notes.note(`${wouldFetch} pictures would be fetched.`);
    },
  };
}

const isRemote = (url: string) => /^https?:\/\//i.test(url);

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

/** Addresses of pictures that the product does not show yet, each once. */
function missingPictures(draft: ProductDraft, product: KnownProduct | undefined): string[] {
  const pool = picturesOf(product);
  const ofPages = pagesOf(draft, product).flatMap(({ pictures, present }) =>
    matchPictures(pictures, present, pool)
      .filter(({ found }) => !found)
      .map((match) => match.draft.url)
  );
  const ofVariations = draft.variations.flatMap(({ picture }) =>
    picture && !findPicture(picture, pool) ? picture.url : []
  );
  return [...new Set([...ofPages, ...ofVariations])];
}

function pagesOf(
  draft: ProductDraft,
  product: KnownProduct | undefined
): { pictures: PictureDraft[]; present: KnownPicture[] }[] {
  const pages = [draft.page, ...Object.values(draft.translations)];
  const known = Object.values(product?.pages ?? {});
  return pages.map(({ pictures = [] }) => ({
    pictures,
    present: known.flatMap((page) => page.pictures),
  }));
}
