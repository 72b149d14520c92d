import type { Knex } from 'knex';

import type { SalePrices } from '../domain/catalogue/hand-price';
import type { SaleCategory } from '../domain/catalogue/sale-scope';
import type { Amount } from '../domain/money/money';
import { inChunks } from './chunks';
import type { Connection } from './database';
import { TABLES } from './tables';
import { readAmount, readBoolean, readDate, writeAmount } from './values';

type Row = Record<string, unknown>;

/** A sale as it is stored. */
export interface StoredSale {
  documentId: string;
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
}

/** A variation as far as sales ask. */
export interface SaleVariation extends SalePrices {
  id: number;
  productDocumentId: string;
  optionKey: string;
  retired: boolean;
  unitPrice: Amount | null;
}

export async function findSale(db: Connection, documentId: string): Promise<StoredSale | null> {
  const row: Row | undefined = await db(TABLES.sales).where({ document_id: documentId }).first();
  return row ? toSale(row, [], []) : null;
}

/** The sales that are active and not over, with their categories and those of `products` that they chose. */
export async function findStandingSales(
  trx: Connection,
  products: readonly string[],
  at: Date
): Promise<StoredSale[]> {
  const rows: Row[] = await trx(TABLES.sales)
    .where({ active: true })
    .where((open) => open.whereNull('valid_to').orWhere('valid_to', '>', at))
    .orderBy('document_id');
  if (rows.length === 0) return [];
  const ids = rows.map((row) => Number(row.id));
  const chosen: Row[] = await trx(`${TABLES.saleProducts} as l`)
    .join(`${TABLES.products} as p`, 'p.id', 'l.product_id')
    .whereIn('l.sale_id', ids)
    .whereIn('p.document_id', [...products])
    .distinct('l.sale_id as sale', 'p.document_id as document');
  const categories: Row[] = await trx(`${TABLES.saleCategories} as l`)
    .join(`${TABLES.categories} as c`, 'c.id', 'l.category_id')
    .whereIn('l.sale_id', ids)
    .distinct('l.sale_id as sale', 'c.document_id as document');
  return rows.map((row) => toSale(row, chosen, categories));
}

/** Every category as sales see it: as published, or as drafted when it never was. Three statements. */
export async function readSaleCategories(db: Connection): Promise<SaleCategory[]> {
  const rows: Row[] = await asShown(db(`${TABLES.categories} as c`), 'c', TABLES.categories).select(
    'c.id',
    'c.document_id'
  );
  const ids = rows.map((row) => Number(row.id));
  const parents: Row[] = await db(`${TABLES.categoryParents} as l`)
    .join(`${TABLES.categories} as p`, 'p.id', 'l.inv_category_id')
    .whereIn('l.category_id', ids)
    .select('l.category_id as category', 'p.document_id as document');
  const options: Row[] = await db(`${TABLES.categoryOptions} as l`)
    .join(`${TABLES.options} as o`, 'o.id', 'l.product_option_id')
    .whereIn('l.category_id', ids)
    .select('l.category_id as category', 'o.document_id as document', 'o.type');

  const byDocument = new Map<string, SaleCategory>();
  for (const row of rows) {
    const documentId = String(row.document_id);
    const own = (link: Row) => link.category === row.id;
    const parent = parents.find(own)?.document;
    const sofar = byDocument.get(documentId);
    const types = new Map(sofar?.options ?? []);
    for (const { type, document } of options.filter(own)) {
      const key = String(type);
      types.set(key, new Set([...(types.get(key) ?? []), String(document)]));
    }
    byDocument.set(documentId, {
      documentId,
      parent: sofar?.parent ?? (parent === undefined ? null : String(parent)),
      options: types,
    });
  }
  return [...byDocument.values()];
}

/** Which categories products are assigned to, as published, or as drafted when they never were. */
export async function findAssignedCategories(
  db: Connection,
  products: readonly string[]
): Promise<Map<string, Set<string>>> {
  const rows: Row[] = await asShown(db(`${TABLES.products} as p`), 'p', TABLES.products)
    .join(`${TABLES.productCategories} as l`, 'l.product_id', 'p.id')
    .join(`${TABLES.categories} as c`, 'c.id', 'l.category_id')
    .whereIn('p.document_id', [...products])
    .distinct('p.document_id as product', 'c.document_id as category');
  const found = new Map<string, Set<string>>();
  for (const { product, category } of rows) {
    const key = String(product);
    found.set(key, (found.get(key) ?? new Set()).add(String(category)));
  }
  return found;
}

/** The variations of products, locked in the order of their ids like everywhere. */
export async function lockSaleVariations(
  trx: Connection,
  products: readonly string[]
): Promise<SaleVariation[]> {
  const rows: Row[] = await trx(TABLES.variations)
    .whereIn('product_document_id', [...products])
    .orderBy('id')
    .forUpdate()
    .select('*');
  return rows.map((row) => ({
    id: Number(row.id),
    productDocumentId: String(row.product_document_id),
    optionKey: String(row.option_key ?? ''),
    retired: readBoolean(row.retired),
    unitPrice: readAmount(row.unit_price),
    ...readSalePrices(row),
  }));
}

export function readSalePrices(row: Row): SalePrices {
  return {
    salePrice: readAmount(row.sale_price),
    saleFrom: readDate(row.sale_from),
    saleTo: readDate(row.sale_to),
    saleId: row.sale_id === null || row.sale_id === undefined ? null : String(row.sale_id),
    handSalePrice: readAmount(row.hand_sale_price),
    handSaleFrom: readDate(row.hand_sale_from),
    handSaleTo: readDate(row.hand_sale_to),
  };
}

/** Writes the sale prices of variations: one statement for a hundred of the same sale, whatever each costs. */
export async function writeSalePrices(
  trx: Connection,
  changes: readonly SalePriceChange[]
): Promise<void> {
  const groups = new Map<string, SalePriceChange[]>();
  for (const change of changes) {
    const { salePrice: _, ...window } = change.prices;
    const key = JSON.stringify([window, change.prices.salePrice === null]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  for (const group of groups.values()) {
    for (const chunk of inChunks(group)) await writeGroup(trx, chunk);
  }
}

export interface SalePriceChange {
  id: number;
  prices: SalePrices;
}

async function writeGroup(trx: Connection, group: SalePriceChange[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  const { prices } = first;
  const cases = group.map(() => 'WHEN ? THEN CAST(? AS DECIMAL(19,4))').join(' ');
  const values = group.flatMap((change) => [change.id, writeAmount(change.prices.salePrice)]);
  await trx(TABLES.variations)
    .whereIn(
      'id',
      group.map(({ id }) => id)
    )
    .update({
      sale_price: prices.salePrice === null ? null : trx.raw(`CASE id ${cases} END`, values),
      sale_from: prices.saleFrom,
      sale_to: prices.saleTo,
      sale_id: prices.saleId,
      hand_sale_price: writeAmount(prices.handSalePrice),
      hand_sale_from: prices.handSaleFrom,
      hand_sale_to: prices.handSaleTo,
    });
}

const COPIED = ['unit_price', 'sale_price', 'sale_from', 'sale_to', 'stock', 'sku'];

/** The products' copies of their default variations, on all their rows, in one statement (rule 3.2). */
export async function refreshPriceCopies(
  trx: Connection,
  products: readonly string[]
): Promise<void> {
  const ofDefault = (column: string) =>
    trx(`${TABLES.variations} as v`)
      .where('v.product_document_id', trx.ref(`${TABLES.products}.document_id`))
      .where('v.is_default', true)
      .max(`v.${column}`);
  await trx(TABLES.products)
    .whereIn('document_id', [...products])
    .update(Object.fromEntries(COPIED.map((column) => [column, ofDefault(column)])));
}

/**
 * Every product that a sale may reach or has reached: chosen, in or below its categories, with an option of their
 * filters, or carrying its price. More than it reaches is fine: what each costs is decided product by product.
 */
export async function findProductsOfSale(
  db: Connection,
  saleDocumentId: string,
  categories: ReadonlySet<string>,
  options: ReadonlySet<string>,
  allProducts: boolean
): Promise<string[]> {
  const variations = () => db(TABLES.variations);
  const carrying = variations()
    .where({ sale_id: saleDocumentId })
    .distinct('product_document_id as document');
  const chosen = db(`${TABLES.sales} as s`)
    .join(`${TABLES.saleProducts} as l`, 'l.sale_id', 's.id')
    .join(`${TABLES.products} as p`, 'p.id', 'l.product_id')
    .where('s.document_id', saleDocumentId)
    .distinct('p.document_id as document');
  const assigned = db(`${TABLES.productCategories} as l`)
    .join(`${TABLES.products} as p`, 'p.id', 'l.product_id')
    .join(`${TABLES.categories} as c`, 'c.id', 'l.category_id')
    .whereIn('c.document_id', [...categories])
    .distinct('p.document_id as document');
  const matching = db(`${TABLES.variations} as v`)
    .join(`${TABLES.variationOptions} as l`, 'l.product_variation_id', 'v.id')
    .join(`${TABLES.options} as o`, 'o.id', 'l.product_option_id')
    .whereIn('o.document_id', [...options])
    .distinct('v.product_document_id as document');
  const queries = allProducts
    ? [variations().distinct('product_document_id as document')]
    : [carrying, chosen, assigned, matching];
  const found = new Set<string>();
  for (const query of queries) {
    for (const row of (await query) as Row[]) found.add(String(row.document));
  }
  return [...found].sort();
}

/** Products where a window began or ended in between, or whose sale is gone, switched off or not applied yet. */
export async function findProductsToReprice(
  db: Connection,
  since: Date,
  until: Date
): Promise<string[]> {
  const passed = (column: string) => (either: Knex.QueryBuilder) =>
    either.where(column, '>', since).where(column, '<=', until);
  const windows = db(TABLES.variations)
    .where((any) => {
      for (const column of ['sale_from', 'sale_to', 'hand_sale_from', 'hand_sale_to']) {
        any.orWhere(passed(column) as never);
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

/** The sales whose own window began or ended in between, and those that were saved and not applied to the end. */
export async function findSalesToApply(
  db: Connection,
  since: Date,
  until: Date,
  savedBefore: Date
): Promise<string[]> {
  const rows: Row[] = await db(TABLES.sales)
    .where((any) => {
      for (const column of ['valid_from', 'valid_to']) {
        any.orWhere((passed) => passed.where(column, '>', since).where(column, '<=', until));
      }
      any.orWhere((late) => late.where({ applied: false }).where('updated_at', '<=', savedBefore));
    })
    .select('document_id');
  return rows.map((row) => String(row.document_id));
}

/** The categories that a sale chose, as documents. */
export async function findChosenCategories(db: Connection, sale: string): Promise<Set<string>> {
  const rows: Row[] = await db(`${TABLES.sales} as s`)
    .join(`${TABLES.saleCategories} as l`, 'l.sale_id', 's.id')
    .join(`${TABLES.categories} as c`, 'c.id', 'l.category_id')
    .where('s.document_id', sale)
    .distinct('c.document_id');
  return new Set(rows.map((row) => String(row.document_id)));
}

/** The sales that reach products through categories. */
export async function findCategorySales(db: Connection): Promise<string[]> {
  const rows: Row[] = await db(`${TABLES.sales} as s`)
    .join(`${TABLES.saleCategories} as l`, 'l.sale_id', 's.id')
    .where('s.active', true)
    .distinct('s.document_id');
  return rows.map((row) => String(row.document_id));
}

export async function markApplied(
  db: Connection,
  documentId: string,
  applied: boolean
): Promise<void> {
  await db(TABLES.sales).where({ document_id: documentId }).update({ applied });
}

/** Published rows; of a document that has none, its drafts. */
function asShown(query: Knex.QueryBuilder, alias: string, table: string): Knex.QueryBuilder {
  return query.where((shown) =>
    shown.whereNotNull(`${alias}.published_at`).orWhereNotExists((published) =>
      published
        .select('x.id')
        .from(`${table} as x`)
        .whereRaw('x.document_id = ??', [`${alias}.document_id`])
        .whereNotNull('x.published_at')
    )
  );
}

function toSale(row: Row, chosen: Row[], categories: Row[]): StoredSale {
  const documentsOf = (links: Row[]) =>
    new Set(links.filter(({ sale }) => sale === row.id).map(({ document }) => String(document)));
  return {
    documentId: String(row.document_id),
    active: readBoolean(row.active),
    discountDeduct: readAmount(row.discount_deduct),
    discountPercent: readAmount(row.discount_percent),
    discountExact: readAmount(row.discount_exact),
    validFrom: readDate(row.valid_from),
    validTo: readDate(row.valid_to),
    allProducts: readBoolean(row.all_products),
    products: documentsOf(chosen),
    categories: documentsOf(categories),
  };
}
