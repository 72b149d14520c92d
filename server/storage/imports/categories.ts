import type { Core } from '@strapi/strapi';

import { UIDS } from '../../../content-types/uids';

export interface KnownCategory {
  documentId: string;
  title: string;
  slug: string | null;
  parent: string | null;
  /** In all languages that it is written in. */
  titles: Map<string, string>;
}

interface Row {
  documentId: string;
  locale: string;
  title: string | null;
  slug: string | null;
  parent: { documentId: string } | null;
}

/** All categories as drafted, with their titles in one language. A shop has hundreds, not hundreds of thousands. */
export async function readCategories(
  strapi: Core.Strapi,
  locale: string
): Promise<KnownCategory[]> {
  const rows = (await strapi.db.query(UIDS.category).findMany({
    where: { publishedAt: { $null: true } },
    select: ['documentId', 'locale', 'title', 'slug'],
    populate: { parent: { select: ['documentId'] } },
    orderBy: { id: 'asc' },
  })) as Row[];
  const titles = new Map<string, Map<string, string>>();
  for (const row of rows) {
    const ofCategory = titles.get(row.documentId) ?? new Map<string, string>();
    titles.set(row.documentId, ofCategory.set(row.locale, row.title ?? ''));
  }
  return rows
    .filter((row) => row.locale === locale)
    .map((row) => ({
      documentId: row.documentId,
      title: row.title ?? '',
      slug: row.slug,
      parent: row.parent?.documentId ?? null,
      titles: titles.get(row.documentId) ?? new Map<string, string>(),
    }));
}
