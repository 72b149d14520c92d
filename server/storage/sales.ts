import type { SaleCategory } from '../domain/catalogue/sale-scope';
import type { Amount } from '../domain/money/money';
import { inChunks } from './chunks';
import type { Connection } from './database';
import { latest } from './latest';
import { TABLES } from './tables';
import { readAmount, readBoolean, readDate, readText } from './values';

type Row = Record<string, unknown>;

/** A sale as it is stored. */
export interface StoredSale {
  documentId: string;
  title: string;
  active: boolean;
  discountDeduct: Amount | null;
  discountPercent: Amount | null;
  discountExact: Amount | null;
  validFrom: Date | null;
  validTo: Date | null;
  allProducts: boolean;
  /** Documents of the chosen products that were asked about. */
  products: Set<string>;
  /** Documents of the chosen categories. */
  categories: Set<string>;
  savedAt: Date | null;
}

export async function findSale(db: Connection, documentId: string): Promise<StoredSale | null> {
  const [row]: Row[] = await latest(
    db,
    db(TABLES.sales).where({ document_id: documentId }).select('*')
  );
  return row ? toSale(row, [], []) : null;
}

/** The sales that are active and not over, with their categories and those of `products` that they chose. */
export async function findStandingSales(
  trx: Connection,
  products: readonly string[],
  at: Date
): Promise<StoredSale[]> {
  const rows: Row[] = await latest(
    trx,
    trx(TABLES.sales)
      .where({ active: true })
      .where((open) => open.whereNull('valid_to').orWhere('valid_to', '>', at))
      .orderBy('document_id')
  );
  if (rows.length === 0) return [];
  const ids = rows.map((row) => Number(row.id));
  const chosen: Row[] = await latest(
    trx,
    trx(`${TABLES.saleProducts} as l`)
      .join(`${TABLES.products} as p`, 'p.id', 'l.product_id')
      .whereIn('l.sale_id', ids)
      .whereIn('p.document_id', [...products])
      .select('l.sale_id as sale', 'p.document_id as document')
  );
  const categories: Row[] = await latest(
    trx,
    trx(`${TABLES.saleCategories} as l`)
      .join(`${TABLES.categories} as c`, 'c.id', 'l.category_id')
      .whereIn('l.sale_id', ids)
      .select('l.sale_id as sale', 'c.document_id as document')
  );
  return rows.map((row) => toSale(row, chosen, categories));
}

/** Every category as sales see it: as published, or as drafted when it never was. Three statements. */
export async function readSaleCategories(db: Connection): Promise<SaleCategory[]> {
  const rows = asShown(
    (await latest(
      db,
      db(TABLES.categories).select('id', 'document_id as document', 'published_at').orderBy('id')
    )) as Row[]
  );
  const parents: Row[] = await latest(
    db,
    db(`${TABLES.categoryParents} as l`)
      .join(`${TABLES.categories} as p`, 'p.id', 'l.inv_category_id')
      .orderBy('l.id')
      .select('l.category_id as category', 'p.document_id as document')
  );
  const options: Row[] = await latest(
    db,
    db(`${TABLES.categoryOptions} as l`)
      .join(`${TABLES.options} as o`, 'o.id', 'l.product_option_id')
      .select('l.category_id as category', 'o.document_id as document', 'o.type')
  );

  const parentOf = new Map(parents.map((row) => [row.category, String(row.document)]));
  const optionsOf = groupBy(options, 'category');
  const found = new Map<string, { parent: string | null; options: Map<string, Set<string>> }>();
  for (const row of rows) {
    const documentId = String(row.document);
    const category = found.get(documentId) ?? { parent: null, options: new Map() };
    found.set(documentId, category);
    category.parent ??= parentOf.get(row.id) ?? null;
    for (const { type, document } of optionsOf.get(row.id) ?? []) {
      const key = String(type);
      category.options.set(key, (category.options.get(key) ?? new Set()).add(String(document)));
    }
  }
  return [...found].map(([documentId, category]) => ({ documentId, ...category }));
}

/** Which categories products are assigned to, as published, or as drafted when they never were. Two statements. */
export async function findAssignedCategories(
  db: Connection,
  products: readonly string[]
): Promise<Map<string, Set<string>>> {
  const rows = asShown(
    (await latest(
      db,
      db(TABLES.products)
        .whereIn('document_id', [...products])
        .select('id', 'document_id as document', 'published_at')
    )) as Row[]
  );
  const links: Row[] = await latest(
    db,
    db(`${TABLES.productCategories} as l`)
      .join(`${TABLES.categories} as c`, 'c.id', 'l.category_id')
      .whereIn(
        'l.product_id',
        rows.map(({ id }) => Number(id))
      )
      .select('l.product_id as product', 'c.document_id as category')
  );
  const documentOf = new Map(rows.map((row) => [row.id, String(row.document)]));
  const found = new Map<string, Set<string>>();
  for (const { product, category } of links) {
    const key = documentOf.get(product) ?? '';
    found.set(key, (found.get(key) ?? new Set()).add(String(category)));
  }
  return found;
}

/**
 * Every product that a sale may reach or has reached: chosen, in or below its categories, with an option of their
 * filters, or carrying its price. More than it reaches is fine: what each costs is decided product by product.
 */
export async function findProductsOfSale(
  db: Connection,
  documentId: string,
  scope: ReachedScope
): Promise<string[]> {
  const reached = await findProductsInScope(db, scope);
  if (scope.allProducts) return reached;
  const own = [
    ...(await findCarryingProducts(db, documentId)),
    ...(await findChosenProducts(db, documentId)),
  ];
  return [...new Set([...reached, ...own])].sort();
}

/** What a sale's scope comes down to: its categories with all below them, and the options of their filters. */
export interface ReachedScope {
  allProducts: boolean;
  categories: ReadonlySet<string>;
  options: ReadonlySet<string>;
}

/** Every product that has a variation, or that stands in one of the categories or matches one of the options. */
export async function findProductsInScope(
  db: Connection,
  { allProducts, categories, options }: ReachedScope
): Promise<string[]> {
  const everything = db(TABLES.variations).select('product_document_id as document');
  const assigned = db(`${TABLES.productCategories} as l`)
    .join(`${TABLES.products} as p`, 'p.id', 'l.product_id')
    .join(`${TABLES.categories} as c`, 'c.id', 'l.category_id')
    .whereIn('c.document_id', [...categories])
    .select('p.document_id as document');
  const matching = db(`${TABLES.variations} as v`)
    .join(`${TABLES.variationOptions} as l`, 'l.product_variation_id', 'v.id')
    .join(`${TABLES.options} as o`, 'o.id', 'l.product_option_id')
    .whereIn('o.document_id', [...options])
    .select('v.product_document_id as document');

  const found = new Set<string>();
  for (const query of allProducts ? [everything] : [assigned, matching]) {
    for (const row of (await latest(db, query)) as Row[]) found.add(String(row.document));
  }
  return [...found].sort();
}

/** The products that show a sale's price. */
export async function findCarryingProducts(db: Connection, sale: string): Promise<string[]> {
  const rows: Row[] = await latest(
    db,
    db(TABLES.variations).where({ sale_id: sale }).select('product_document_id as document')
  );
  return [...new Set(rows.map((row) => String(row.document)))];
}

/** The products that a sale chose, as documents. */
export async function findChosenProducts(db: Connection, sale: string): Promise<string[]> {
  const rows: Row[] = await latest(
    db,
    db(`${TABLES.sales} as s`)
      .join(`${TABLES.saleProducts} as l`, 'l.sale_id', 's.id')
      .join(`${TABLES.products} as p`, 'p.id', 'l.product_id')
      .where('s.document_id', sale)
      .select('p.document_id as document')
  );
  return [...new Set(rows.map((row) => String(row.document)))];
}

/** How many variations products have. */
export async function countVariations(
  db: Connection,
  products: readonly string[]
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const chunk of inChunks(products)) {
    const rows: Row[] = await db(TABLES.variations)
      .whereIn('product_document_id', chunk)
      .groupBy('product_document_id')
      .select('product_document_id as document')
      .count('id as variations');
    for (const row of rows) counts.set(String(row.document), Number(row.variations));
  }
  return counts;
}

/** Products where a window began or ended in between, or whose sale is gone or switched off. */
export async function findProductsToReprice(
  db: Connection,
  since: Date,
  until: Date
): Promise<string[]> {
  const windows = db(TABLES.variations)
    .where((any) => {
      for (const column of ['sale_from', 'sale_to', 'hand_sale_from', 'hand_sale_to']) {
        any.orWhere((passed) => passed.where(column, '>', since).where(column, '<=', until));
      }
    })
    .distinct('product_document_id as document');
  const orphans = db(`${TABLES.variations} as v`)
    .leftJoin(`${TABLES.sales} as s`, 's.document_id', 'v.sale_id')
    .whereNotNull('v.sale_id')
    .where((gone) => gone.whereNull('s.id').orWhere('s.active', false))
    .distinct('v.product_document_id as document');
  const rows = [...((await windows) as Row[]), ...((await orphans) as Row[])];
  return [...new Set(rows.map((row) => String(row.document)))].sort();
}

/**
 * The sales that began in between, and those that were saved and not applied to the end. Where one that stands ends,
 * the variations that carry it say so.
 */
export async function findSalesToApply(
  db: Connection,
  since: Date,
  until: Date,
  savedBefore: Date
): Promise<string[]> {
  const rows: Row[] = await db(TABLES.sales)
    .where((began) =>
      began.where({ active: true }).where('valid_from', '>', since).where('valid_from', '<=', until)
    )
    .orWhere((late) =>
      late
        .where((open) => open.where({ applied: false }).orWhereNull('applied'))
        .where('updated_at', '<=', savedBefore)
    )
    .orderBy('document_id')
    .select('document_id');
  return rows.map((row) => String(row.document_id));
}

/** The categories that a sale chose, as documents. */
export async function findChosenCategories(db: Connection, sale: string): Promise<Set<string>> {
  const rows: Row[] = await latest(
    db,
    db(`${TABLES.sales} as s`)
      .join(`${TABLES.saleCategories} as l`, 'l.sale_id', 's.id')
      .join(`${TABLES.categories} as c`, 'c.id', 'l.category_id')
      .where('s.document_id', sale)
      .select('c.document_id')
  );
  return new Set(rows.map((row) => String(row.document_id)));
}

/** The sales that reach products through categories. */
export async function findCategorySales(db: Connection): Promise<string[]> {
  const rows: Row[] = await latest(
    db,
    db(`${TABLES.sales} as s`)
      .join(`${TABLES.saleCategories} as l`, 'l.sale_id', 's.id')
      .where('s.active', true)
      .select('s.document_id')
  );
  return [...new Set(rows.map((row) => String(row.document_id)))];
}

/** What sales are called. One statement. */
export async function findSaleTitles(
  db: Connection,
  documents: readonly string[]
): Promise<Map<string, string>> {
  if (documents.length === 0) return new Map();
  const rows: Row[] = await db(TABLES.sales)
    .whereIn('document_id', [...documents])
    .select('document_id', 'title');
  return new Map(rows.map((row) => [String(row.document_id), readText(row.title) ?? '']));
}

/** From now on it waits to be applied; the sweep does it when whoever saved it dies. */
export async function awaitApplying(db: Connection, documentId: string): Promise<void> {
  await db(TABLES.sales).where({ document_id: documentId }).update({ applied: false });
}

/** Unless it was saved again meanwhile: that save still has to be applied. */
export async function markApplied(
  db: Connection,
  { documentId, savedAt }: StoredSale
): Promise<void> {
  await db(TABLES.sales)
    .where({ document_id: documentId, updated_at: savedAt })
    .update({ applied: true });
}

/**
 * Published rows; of a document that has none, its drafts. Decided here and not in SQL, where it takes a subquery,
 * and those are not current on MariaDB inside a transaction that has read before.
 */
function asShown(rows: readonly Row[]): Row[] {
  const isPublished = (row: Row) => row.published_at !== null;
  const published = new Set(rows.filter(isPublished).map(({ document }) => document));
  return rows.filter((row) => isPublished(row) || !published.has(row.document));
}

function groupBy(rows: readonly Row[], column: string): Map<unknown, Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group) group.push(row);
    else groups.set(row[column], [row]);
  }
  return groups;
}

function toSale(row: Row, chosen: Row[], categories: Row[]): StoredSale {
  const documentsOf = (links: Row[]) =>
    new Set(links.filter(({ sale }) => sale === row.id).map(({ document }) => String(document)));
  return {
    documentId: String(row.document_id),
    title: readText(row.title) ?? '',
    active: readBoolean(row.active),
    discountDeduct: readAmount(row.discount_deduct),
    discountPercent: readAmount(row.discount_percent),
    discountExact: readAmount(row.discount_exact),
    validFrom: readDate(row.valid_from),
    validTo: readDate(row.valid_to),
    allProducts: readBoolean(row.all_products),
    products: documentsOf(chosen),
    categories: documentsOf(categories),
    savedAt: readDate(row.updated_at),
  };
}
