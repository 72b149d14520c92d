import { takenNames, takeUniqueName } from '../../domain/catalogue/unique-name';
import { slugOf } from '../../domain/catalogue/sku';
import type { Notes } from '../../domain/imports/report';
import type { KnownCategory } from '../../storage/imports/categories';
import type { ImportRun } from './tools';

const folded = (title: string) => title.trim().toLowerCase();

/**
 * The categories of the shop by their path of titles. They are read once and again after some were made: a file names
 * the same few a thousand times.
 */
export function createCategoryTree({ tools, locale }: ImportRun) {
  let categories: KnownCategory[] | undefined;

  async function load(): Promise<KnownCategory[]> {
    return (categories ??= await tools.readCategories(locale));
  }

  function child(
    all: readonly KnownCategory[],
    title: string,
    parent: string | null
  ): KnownCategory | undefined {
    const siblings = all.filter((category) => category.parent === parent);
    return (
      siblings.find((category) => category.title === title) ??
      siblings.find((category) => folded(category.title) === folded(title))
    );
  }

  async function find(path: readonly string[]): Promise<KnownCategory | undefined> {
    const all = await load();
    let found: KnownCategory | undefined;
    for (const title of path) {
      found = child(all, title, found?.documentId ?? null);
      if (!found) return undefined;
    }
    return found;
  }

  return {
    find,
    load,
    /** After a transaction that made some was taken back, or to see what others have made. */
    forget: () => {
      categories = undefined;
    },

    /** Makes what is missing of a path, behind the lock of the catalogue. */
    async make(path: readonly string[], notes: Notes): Promise<void> {
      let parent: string | null = null;
      for (const [depth, title] of path.entries()) {
        const all = await load();
        const known: KnownCategory | undefined = child(all, title, parent);
        parent = known?.documentId ?? (await makeOne(all, title, parent));
        if (!known) notes.added('categories', path.slice(0, depth + 1).join(' > '));
      }
    },

    /** Titles from the root down; a category that stands in a circle has no path. */
    async pathOf(documentId: string): Promise<string[] | undefined> {
      const byId = new Map((await load()).map((category) => [category.documentId, category]));
      const path: string[] = [];
      for (let id: string | null = documentId; id !== null && path.length <= byId.size;) {
        const category: KnownCategory | undefined = byId.get(id);
        if (!category) return path.length === 0 ? undefined : path;
        path.unshift(category.title);
        id = category.parent;
      }
      return path.length > byId.size ? undefined : path;
    },
  };

  async function makeOne(
    all: KnownCategory[],
    title: string,
    parent: string | null
  ): Promise<string> {
    const taken = takenNames(all.flatMap(({ slug }) => slug ?? []));
    const slug = takeUniqueName(slugOf(title, tools.slugify), taken);
    const documentId = await tools.writer.createCategory(locale, {
      title,
      slug,
      ...(parent === null ? {} : { parent }),
    });
    all.push({ documentId, title, slug, parent, locales: [locale] });
    return documentId;
  }
}

export type CategoryTree = ReturnType<typeof createCategoryTree>;
