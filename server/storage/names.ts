import { inChunks } from './chunks';
import type { Connection } from './database';
import { TABLES } from './tables';

/** Slugs of other products, or categories, in a language that are `base` or could be one of its numbered forms. */
export async function findSlugsLike(
  trx: Connection,
  base: string,
  {
    locale,
    except,
    table = TABLES.products,
  }: {
    locale: string;
    except: string;
    table?: typeof TABLES.products | typeof TABLES.categories;
  }
): Promise<string[]> {
  const rows = (await trx(table)
    .where({ locale })
    .whereNot({ document_id: except })
    .where((either) => either.where('slug', base).orWhere('slug', 'like', `${base}-%`))
    .select('slug')) as { slug: string }[];
  return rows.map(({ slug }) => slug);
}

/** Whether one of these is in the shop: an index answers, however many SKUs there are. */
export async function isAnySkuTaken(trx: Connection, skus: readonly string[]): Promise<boolean> {
  for (const chunk of inChunks(skus)) {
    if (await trx(TABLES.variations).whereIn('sku', chunk).first('id')) return true;
  }
  return false;
}

/** All SKUs of the shop that are `prefix` or begin with it. It reads all there are. */
export async function findSkusLike(trx: Connection, prefix: string): Promise<string[]> {
  const rows = (await trx(TABLES.variations)
    .where((either) => either.where('sku', prefix).orWhere('sku', 'like', `${prefix}-%`))
    .select('sku')) as { sku: string }[];
  return rows.map(({ sku }) => sku);
}
