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

    /** Adds the title in another language; below its parent where that is written in it, too. */
    async addTitle(documentId: string, locale: string, title: string): Promise<void> {
      const all = await load();
      const category = all.find((one) => one.documentId === documentId);
      const parent = all.find((one) => one.documentId === category?.parent);
      const below = parent?.titles.has(locale) ? { parent: parent.documentId } : {};
      await tools.writer.nameCategory(documentId, locale, { title, ...below });
      category?.titles.set(locale, title);
    },

    /** Each category with those above it, from the root down; one that stands in a circle is left out. */
    async lines(): Promise<Map<string, KnownCategory[]>> {
      const all = await load();
      const byId = new Map(all.map((category) => [category.documentId, category]));
      return new Map(
        all.flatMap((category) => {
          const line: KnownCategory[] = [];
          let next: KnownCategory | undefined = category;
          while (next && line.length <= all.length) {
            line.unshift(next);
            next = next.parent === null ? undefined : byId.get(next.parent);
          }
          return line.length > all.length ? [] : [[category.documentId, line] as const];
        })
      );
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
    all.push({ documentId, title, slug, parent, titles: new Map([[locale, title]]) });
    return documentId;
  }
}

export type CategoryTree = ReturnType<typeof createCategoryTree>;
