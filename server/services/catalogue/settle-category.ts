import type { Knex } from 'knex';

import { checkBounds } from '../../domain/catalogue/category-input';
import { checkParent } from '../../domain/catalogue/check-parent';
import { checkPublishWindow } from '../../domain/catalogue/publish-window';
import { slugOf } from '../../domain/catalogue/sku';
import { shortenName, takenNames, takeUniqueName } from '../../domain/catalogue/unique-name';
import {
  assignPublished,
  type CategoryRow,
  lockCategoryRows,
  readPlaces,
  writeCategorySlug,
} from '../../storage/category-rows';
import { findSlugsLike } from '../../storage/names';
import { TABLES } from '../../storage/tables';
import type { CatalogueContext } from './context';

/** A category before it was changed: the languages in which it was published. */
export type CategoryBefore = ReadonlySet<string>;

export async function readCategoryBefore(
  trx: Knex.Transaction,
  documentId: string
): Promise<CategoryBefore> {
  const rows = await lockCategoryRows(trx, documentId);
  return new Set(rows.filter(({ published }) => published).map(({ locale }) => locale));
}

/**
 * What saving a category sets right: a slug made from its title, unique in its language, when none was given; the
 * products that were waiting for it when it is published. Repeating it changes nothing.
 *
 * @returns the rows with their slugs
 * @throws invalid_input when it would be below itself, or a window or a range ends before it begins
 */
export async function settleCategory(
  context: CatalogueContext,
  trx: Knex.Transaction,
  documentId: string,
  { before = new Set(), cloned = false }: { before?: CategoryBefore; cloned?: boolean } = {}
): Promise<CategoryRow[]> {
  const rows = await lockCategoryRows(trx, documentId);
  for (const row of rows) {
    checkPublishWindow(row);
    checkBounds(row);
    checkParent(await readPlaces(trx, row), documentId);
  }
  const named = await nameCategory(context, trx, documentId, rows, cloned);
  for (const { id, locale, published } of rows) {
    const draft = rows.find((row) => !row.published && row.locale === locale);
    if (published && draft && !before.has(locale)) {
      await assignPublished(trx, { draft: draft.id, published: id });
    }
  }
  return named;
}

/** A published row takes its draft's slug; a clone is another category and needs its own. */
async function nameCategory(
  { slugify }: CatalogueContext,
  trx: Knex.Transaction,
  documentId: string,
  rows: readonly CategoryRow[],
  cloned: boolean
): Promise<CategoryRow[]> {
  const named = new Map<number, string>();
  for (const locale of new Set(rows.map((row) => row.locale))) {
    const ofLocale = rows.filter((row) => row.locale === locale);
    const nameless = ofLocale.filter((row) => cloned || !row.slug);
    if (nameless.length === 0) continue;

    const draft = ofLocale.find((row) => !row.published);
    const wish = [draft, ...ofLocale].map((row) => row?.title?.trim()).find(Boolean);
    const given = cloned ? null : draft?.slug;
    const slug =
      given ??
      (wish && (await freeSlug(trx, documentId, locale, slugOf(wish, slugify, 'category'))));
    if (!slug) continue;
    const ids = nameless.map(({ id }) => id);
    await writeCategorySlug(trx, ids, slug);
    for (const id of ids) named.set(id, slug);
  }
  return rows.map((row) => ({ ...row, slug: named.get(row.id) ?? row.slug }));
}

async function freeSlug(
  trx: Knex.Transaction,
  documentId: string,
  locale: string,
  wish: string
): Promise<string> {
  const base = shortenName(wish);
  const among = { locale, except: documentId, table: TABLES.categories };
  return takeUniqueName(base, takenNames(await findSlugsLike(trx, base, among)));
}
