import type { Knex } from 'knex';

import type { MemberRule } from '../../domain/catalogue/category-members';
import type { OptionCount, RangeCounts } from '../../domain/catalogue/facets';
import type { ProductFilter } from '../../domain/catalogue/product-filter';
import type { Connection } from '../database';
import { TABLES } from '../tables';
import { readAmount } from '../values';
import type { Row } from './cards';
import { filteredPairs, filteredProducts, IN_STOCK } from './filter';
import { whereRule } from './members';
import { currentPriceOf, onSaleNow } from './prices';
import { OPTION_NAME } from './search';
import type { Shelf } from './shelf';
import { unionAll } from './union';

/** A filter, and the option types that are counted with it: one, or all but some. */
export interface OptionFacet {
  filter: ProductFilter;
  types: { only: string } | { except: readonly string[] };
}

/** How many products have each option: one statement. */
export async function countOptions(
  db: Connection,
  shelf: Shelf,
  facets: readonly OptionFacet[]
): Promise<OptionCount[]> {
  const selects = facets.map(({ filter, types }) => {
    const query = filteredPairs(db, shelf, filter)
      .join(`${TABLES.variationOptions} as vo`, 'vo.product_variation_id', 'v.id')
      .join(`${TABLES.options} as o`, 'o.id', 'vo.product_option_id')
      .leftJoin(`${TABLES.options} as t`, (join) =>
        join.on('t.document_id', 'o.document_id').andOnVal('t.locale', shelf.locale)
      );
    if ('only' in types) query.where('o.type', types.only);
    else query.whereNotIn('o.type', [...types.except]);
    return query
      .groupByRaw(`o.type, ${OPTION_NAME}`)
      .select(
        'o.type',
        db.raw(`${OPTION_NAME} as value`),
        db.raw('MIN(o.position) as position'),
        db.raw('COUNT(DISTINCT p.document_id) as products')
      );
  });
  const rows: Row[] = await unionAll(db, selects);
  return rows.map((row) => ({
    type: String(row.type),
    value: String(row.value),
    position: Number(row.position ?? 0),
    count: Number(row.products),
  }));
}

/** What prices span, and how many products are on sale and in stock, each without its own selection: one statement. */
export async function countRanges(
  db: Connection,
  shelf: Shelf,
  filter: ProductFilter
): Promise<RangeCounts> {
  const price = currentPriceOf(db, 'v', shelf.at);
  const prices = filteredPairs(db, shelf, { ...filter, priceMin: null, priceMax: null })
    .min({ price_min: price })
    .max({ price_max: price });
  const onSale = filteredPairs(db, shelf, { ...filter, onSale: false })
    .whereRaw('?', [onSaleNow(db, 'v', shelf.at)])
    .countDistinct({ on_sale: 'p.document_id' });
  const inStock = filteredPairs(db, shelf, { ...filter, inStock: false })
    .whereRaw(IN_STOCK)
    .countDistinct({ in_stock: 'p.document_id' });

  const row = (await db
    .from(prices.as('prices'))
    .crossJoin(onSale.as('sales') as never)
    .crossJoin(inStock.as('stocks') as never)
    .first('*')) as Row;
  return {
    price: { min: readAmount(row.price_min), max: readAmount(row.price_max) },
    onSale: Number(row.on_sale),
    inStock: Number(row.in_stock),
  };
}

/** A category, and the rules that let a product into it. */
export interface CategoryFacet {
  rowId: number;
  members: readonly MemberRule[];
}

/** How many of the products that pass, whatever their category, each category lists: one statement. */
export async function countCategories(
  db: Connection,
  shelf: Shelf,
  filter: ProductFilter,
  facets: readonly CategoryFacet[]
): Promise<Map<number, number>> {
  if (facets.length === 0) return new Map();
  const found = filteredProducts(db, shelf, { ...filter, members: null });
  const rules = new Map(facets.flatMap(({ members }) => members).map((rule) => [rule.rowId, rule]));
  const plain = [...rules.values()].filter(({ filter }) => filter === null);
  const assigned = db('found as p')
    .join(`${TABLES.productCategories} as pc`, 'pc.product_id', 'p.id')
    .whereIn(
      'pc.category_id',
      plain.map(({ rowId }) => rowId)
    )
    .select('pc.category_id as leaf', 'p.document_id as product');
  const filtered = [...rules.values()].flatMap((rule) =>
    rule.filter === null
      ? []
      : db('found as p')
          .where((query) => whereRule(db, query, rule, shelf.at))
          .select(constant(db, rule.rowId, 'leaf'), 'p.document_id as product')
  );
  // Which rule counts for which category: a product in two of a category's rules is one product.
  const reach = facets.flatMap(({ rowId, members }) =>
    members.map((rule) => db.select(constant(db, rowId, 'root'), constant(db, rule.rowId, 'leaf')))
  );

  const rows: Row[] = await db
    .with('found', found.select('p.id', 'p.document_id'))
    .from(unionAll(db, [assigned, ...filtered]).as('own'))
    .join(unionAll(db, reach).as('reach') as never, 'reach.leaf', 'own.leaf')
    .groupBy('reach.root')
    .select('reach.root')
    .countDistinct({ products: 'own.product' });
  return new Map(rows.map((row) => [Number(row.root), Number(row.products)]));
}

/** A row id as a column; written out, since a parameter has no type there. */
function constant(db: Connection, rowId: number, as: string): Knex.Raw {
  return db.raw(`${rowId} as ??`, [as]);
}
