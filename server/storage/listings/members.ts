import type { Knex } from 'knex';

import type { MemberRule, VariationRule } from '../../domain/catalogue/category-members';
import type { Connection } from '../database';
import { TABLES } from '../tables';
import { currentPriceOf, onSaleNow, wherePrice } from './prices';
import { forSale } from './shelf';

/** One condition that keeps the products `p` that one of the rules lets in. */
export function whereMember(
  db: Connection,
  query: Knex.QueryBuilder,
  rules: readonly MemberRule[],
  at: Date
): void {
  const assignedOnly = rules.filter(({ filter }) => filter === null).map(({ rowId }) => rowId);
  query.where((any) => {
    any.whereIn('p.id', assignedTo(db, assignedOnly));
    for (const rule of rules) {
      if (rule.filter !== null) any.orWhere((one) => whereRule(db, one, rule, at));
    }
  });
}

/** Keeps the products `p` that this rule lets in. */
export function whereRule(
  db: Connection,
  query: Knex.QueryBuilder,
  { rowId, filter, both }: MemberRule,
  at: Date
): void {
  const assigned = assignedTo(db, [rowId]);
  if (filter === null) query.whereIn('p.id', assigned);
  else {
    query.whereIn('p.document_id', matching(db, filter, at));
    if (both) query.whereIn('p.id', assigned);
    else query.orWhereIn('p.id', assigned);
  }
}

/** Rows of the products that are assigned to categories. */
function assignedTo(db: Connection, rowIds: readonly number[]): Knex.QueryBuilder {
  return db(`${TABLES.productCategories} as pc`)
    .whereIn('pc.category_id', [...rowIds])
    .select('pc.product_id');
}

/** Documents of the products with a variation for sale that meets the rule. */
function matching(db: Connection, rule: VariationRule, at: Date): Knex.QueryBuilder {
  const { options, sale, priceMin, priceMax, combined } = rule;
  const kinds: ((query: Knex.QueryBuilder) => void)[] = [];
  if (options.length > 0) {
    kinds.push((query) => {
      for (const any of options) query.whereIn('v.id', withOption(db, any));
    });
  }
  if (sale !== null) {
    kinds.push((query) => {
      query.where('v.sale_id', sale).whereRaw('?', [onSaleNow(db, 'v', at)]);
    });
  }
  if (priceMin !== null || priceMax !== null) {
    kinds.push((query) => wherePrice(query, currentPriceOf(db, 'v', at), { priceMin, priceMax }));
  }
  return forSale(db)
    .where((query) => {
      for (const kind of kinds) {
        if (combined) query.where((one) => kind(one));
        else query.orWhere((one) => kind(one));
      }
    })
    .select('v.product_document_id');
}

/** Variations with one of these options, whichever language's row they are linked to. */
function withOption(db: Connection, documentIds: readonly string[]): Knex.QueryBuilder {
  return db(`${TABLES.variationOptions} as vo`)
    .join(`${TABLES.options} as o`, 'o.id', 'vo.product_option_id')
    .whereIn('o.document_id', [...documentIds])
    .select('vo.product_variation_id');
}
