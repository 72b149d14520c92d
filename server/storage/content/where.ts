import type { Condition, FieldCondition } from '../../domain/content/content-request';
import type { Where } from './visible-rows';

/** What of each type may be seen, and when that is. */
export interface Sight {
  visible(uid: string): Where[];
  at: Date;
}

/**
 * A condition in the host's query language. Each one stands alone in a list: two in one object would overwrite each
 * other where the host flattens the conditions of a relation into those around it.
 */
export function toWhere(condition: Condition, sight: Sight): Where {
  switch (condition.kind) {
    case 'all':
      return { $and: condition.of.map((one) => toWhere(one, sight)) };
    case 'any':
      return { $or: condition.of.map((one) => toWhere(one, sight)) };
    case 'not':
      return { $not: toWhere(condition.of, sight) };
    case 'field':
      return ofField(condition, sight.at);
    case 'related':
      return seen(
        condition.relation,
        sight.visible(condition.target),
        toWhere(condition.of, sight)
      );
    case 'unrelated':
      return {
        $or: [
          { [condition.relation]: { id: { $null: true } } },
          { $not: seen(condition.relation, sight.visible(condition.target)) },
        ],
      };
  }
}

/** Joined to one that may be seen. The host's join is an outer one: what has none comes along with nothing but nulls. */
function seen(relation: string, visible: Where[], ...more: Where[]): Where {
  return { [relation]: { $and: [{ id: { $notNull: true } }, ...visible, ...more] } };
}

function ofField({ field, operator, value, ofSale }: FieldCondition, at: Date): Where {
  const where: Where = { [field]: { [operator]: value } };
  if (!ofSale) return where;
  const onSale = { $and: onSaleAt(at) };
  return asksForNone(operator, value)
    ? { $or: [where, { $not: onSale }] }
    : { $and: [where, onSale] };
}

function asksForNone(operator: string, value: unknown): boolean {
  return (operator === '$null' && value === true) || (operator === '$notNull' && value === false);
}

function onSaleAt(at: Date): Where[] {
  return [
    { salePrice: { $notNull: true } },
    { $or: [{ saleFrom: { $null: true } }, { saleFrom: { $lte: at } }] },
    { $or: [{ saleTo: { $null: true } }, { saleTo: { $gt: at } }] },
  ];
}
