import type { Knex } from 'knex';

import { slugOf } from '../../domain/catalogue/sku';
import { shortenName, takenNames, takeUniqueName } from '../../domain/catalogue/unique-name';
import { findSlugsLike } from '../../storage/names';
import { type ProductRow, writeSlug } from '../../storage/products';
import type { CatalogueContext } from './context';

/**
 * Gives each row that has no slug one of its title, unique in its language among the other products (rules 2.1).
 * A published row takes its draft's. A draft that has no title yet has to wait for one.
 */
export async function nameProduct(
  { slugify }: CatalogueContext,
  trx: Knex.Transaction,
  documentId: string,
  rows: readonly ProductRow[]
): Promise<ProductRow[]> {
  const named = new Map<number, string>();
  for (const locale of new Set(rows.map((row) => row.locale))) {
    const ofLocale = rows.filter((row) => row.locale === locale);
    const nameless = ofLocale.filter((row) => !row.slug);
    if (nameless.length === 0) continue;

    const draft = ofLocale.find((row) => !row.published);
    const title = [draft, ...ofLocale].map((row) => row?.title?.trim()).find(Boolean);
    const slug =
      draft?.slug || (title && (await freeSlug(trx, documentId, locale, slugOf(title, slugify))));
    if (!slug) continue;

    await writeSlug(
      trx,
      nameless.map(({ id }) => id),
      slug
    );
    for (const { id } of nameless) named.set(id, slug);
  }
  return rows.map((row) => ({ ...row, slug: named.get(row.id) ?? row.slug }));
}

export async function freeSlug(
  trx: Knex.Transaction,
  documentId: string,
  locale: string,
  wish: string
): Promise<string> {
  const base = shortenName(wish);
  const taken = takenNames(await findSlugsLike(trx, base, { locale, except: documentId }));
  return takeUniqueName(base, taken);
}
