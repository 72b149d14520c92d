import type { Knex } from 'knex';

import { UIDS } from '../../../content-types/uids';
import { open } from '../listings/shelf';
import { TABLES } from '../tables';

export type Where = Record<string, unknown>;

/**
 * What of a type a front end may see at an instant, as the host's query language says it. The same words stand behind
 * the first type of a request, everything that it populates and every relation that it filters by.
 */
export function visibleRows(db: Knex, uid: string, hasDrafts: boolean, at: Date): Where[] {
  const published: Where = { publishedAt: { $notNull: true } };
  switch (uid) {
    case UIDS.product:
    case UIDS.category:
      return [
        published,
        { slug: { $notNull: true } },
        ...within('publishFrom', 'publishUntil', at),
      ];
    case UIDS.layoutBlock:
      return [
        published,
        { visible: true },
        { $or: [{ removed: { $null: true } }, { removed: false }] },
        ...within('visibleFrom', 'visibleUntil', at),
      ];
    case UIDS.productVariation:
      return [{ retired: false }, { productDocumentId: { $in: openProducts(db, at) } }];
    case UIDS.productImage:
      return [{ $or: [{ id: { $in: pictured(db, at) } }, { id: { $in: worn(db, at) } }] }];
    default:
      return hasDrafts ? [published] : [];
  }
}

/** [from, until), an open end being no bound. */
function within(from: string, until: string, at: Date): Where[] {
  return [
    { $or: [{ [from]: { $null: true } }, { [from]: { $lte: at } }] },
    { $or: [{ [until]: { $null: true } }, { [until]: { $gt: at } }] },
  ];
}

/** By document: the host links a variation to rows of the default language only. */
function openProducts(db: Knex, at: Date): Knex.QueryBuilder {
  return open(db(`${TABLES.products} as p`), 'p', at).select('p.document_id');
}

/** The pictures of products on the shelf. */
function pictured(db: Knex, at: Date): Knex.QueryBuilder {
  const links = db(`${TABLES.productImages} as l`).join(
    `${TABLES.products} as p`,
    'p.id',
    'l.product_id'
  );
  return open(links, 'p', at).select('l.product_image_id');
}

/** The own pictures of their variations. */
function worn(db: Knex, at: Date): Knex.QueryBuilder {
  return db(`${TABLES.variationImages} as l`)
    .join(`${TABLES.variations} as v`, 'v.id', 'l.product_variation_id')
    .where('v.retired', false)
    .whereIn('v.product_document_id', openProducts(db, at))
    .select('l.product_image_id');
}
