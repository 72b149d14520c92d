import type { Knex } from 'knex';

import type { SaleCategory, SaleTarget } from '../../domain/catalogue/sale-scope';
import type { Connection } from '../database';
import { TABLES } from '../tables';

type Row = Record<string, unknown>;

/** What a code chose, and what is known of the products that it is held against. */
export interface CodeSelection {
  products: Set<string>;
  categories: Set<string>;
  allCategories: SaleCategory[];
  targets: SaleTarget[];
}

/**
 * Everything that decides which of these products a code selects, in one statement: facts of six kinds, one below the
 * other. Categories and products count as published, or as drafted when they never were (rules 3.3).
 */
export async function findCodeSelection(
  db: Connection,
  codeDocumentId: string,
  products: readonly string[]
): Promise<CodeSelection> {
  const facts: Row[] = await chosenProducts(db, codeDocumentId, products).unionAll([
    chosenCategories(db, codeDocumentId),
    categoriesBelow(db),
    categoryFilters(db),
    assignedCategories(db, products),
    variationOptions(db, products),
  ]);
  const of = (kind: string) => facts.filter((fact) => fact.kind === kind);
  return {
    products: new Set(of('product').map(({ a }) => String(a))),
    categories: new Set(of('category').map(({ a }) => String(a))),
    allCategories: toCategories(of('below'), of('filter')),
    targets: products.map((product) => toTarget(product, of('assigned'), of('option'))),
  };
}

function chosenProducts(db: Connection, code: string, products: readonly string[]) {
  return db(`${TABLES.discountCodes} as d`)
    .join(`${TABLES.discountCodeProducts} as l`, 'l.discount_code_id', 'd.id')
    .join(`${TABLES.products} as p`, 'p.id', 'l.product_id')
    .where('d.document_id', code)
    .whereIn('p.document_id', [...products])
    .select(fact(db, 'product', 'p.document_id'));
}

function chosenCategories(db: Connection, code: string) {
  return db(`${TABLES.discountCodes} as d`)
    .join(`${TABLES.discountCodeCategories} as l`, 'l.discount_code_id', 'd.id')
    .join(`${TABLES.categories} as c`, 'c.id', 'l.category_id')
    .where('d.document_id', code)
    .select(fact(db, 'category', 'c.document_id'));
}

/** Every category, with the one above it if there is one. */
function categoriesBelow(db: Connection) {
  return db(`${TABLES.categories} as c`)
    .leftJoin(`${TABLES.categoryParents} as l`, 'l.category_id', 'c.id')
    .leftJoin(`${TABLES.categories} as p`, 'p.id', 'l.inv_category_id')
    .where(asShown(db, TABLES.categories, 'c'))
    .select(fact(db, 'below', 'c.document_id', 'p.document_id'));
}

function categoryFilters(db: Connection) {
  return db(`${TABLES.categories} as c`)
    .join(`${TABLES.categoryOptions} as l`, 'l.category_id', 'c.id')
    .join(`${TABLES.options} as o`, 'o.id', 'l.product_option_id')
    .where(asShown(db, TABLES.categories, 'c'))
    .select(fact(db, 'filter', 'c.document_id', 'o.type', 'o.document_id'));
}

function assignedCategories(db: Connection, products: readonly string[]) {
  return db(`${TABLES.products} as p`)
    .join(`${TABLES.productCategories} as l`, 'l.product_id', 'p.id')
    .join(`${TABLES.categories} as c`, 'c.id', 'l.category_id')
    .whereIn('p.document_id', [...products])
    .where(asShown(db, TABLES.products, 'p'))
    .select(fact(db, 'assigned', 'p.document_id', 'c.document_id'));
}

function variationOptions(db: Connection, products: readonly string[]) {
  return db(`${TABLES.variations} as v`)
    .join(`${TABLES.variationOptions} as l`, 'l.product_variation_id', 'v.id')
    .join(`${TABLES.options} as o`, 'o.id', 'l.product_option_id')
    .whereIn('v.product_document_id', [...products])
    .where('v.retired', false)
    .select(fact(db, 'option', 'v.product_document_id', 'v.document_id', 'o.document_id'));
}

/** One shape for all facts, so that they fit below one another. */
function fact(db: Connection, kind: string, ...columns: string[]) {
  const named = ['a', 'b', 'c'].map((name, index) => {
    const column = columns[index];
    return column ? db.raw('?? as ??', [column, name]) : db.raw('NULL as ??', [name]);
  });
  return db.raw(`'${kind}' as kind, ?, ?, ?`, named);
}

/** The published rows; of a document that has none, its drafts. */
function asShown(db: Connection, table: string, row: string) {
  return (shown: Knex.QueryBuilder) => {
    shown.whereNotNull(`${row}.published_at`).orWhereNotExists(
      db(`${table} as published`)
        .where('published.document_id', db.ref(`${row}.document_id`))
        .whereNotNull('published.published_at')
        .select(db.raw('1'))
    );
  };
}

function toCategories(below: Row[], filters: Row[]): SaleCategory[] {
  const found = new Map<string, { parent: string | null; options: Map<string, Set<string>> }>();
  for (const { a, b } of below) {
    const known = found.get(String(a)) ?? { parent: null, options: new Map() };
    found.set(String(a), known);
    if (b !== null) known.parent ??= String(b);
  }
  for (const { a, b, c } of filters) {
    const options = found.get(String(a))?.options;
    options?.set(String(b), (options.get(String(b)) ?? new Set()).add(String(c)));
  }
  return [...found].map(([documentId, category]) => ({ documentId, ...category }));
}

function toTarget(product: string, assigned: Row[], options: Row[]): SaleTarget {
  const variations = new Map<string, Set<string>>();
  for (const { b, c } of options.filter(({ a }) => a === product)) {
    variations.set(String(b), (variations.get(String(b)) ?? new Set()).add(String(c)));
  }
  return {
    documentId: product,
    categories: new Set(assigned.filter(({ a }) => a === product).map(({ b }) => String(b))),
    variations: [...variations.values()],
  };
}
