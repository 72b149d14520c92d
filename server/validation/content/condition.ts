import { type Condition, EVERYTHING } from '../../domain/content/content-request';
import { atPath, type Fields, isFields, type Path, refuse } from './at-path';
import { quote, readOperand, readOperator } from './operand';
import { type Reader, type Relation, relationOf, type Scalar, scalarOf } from './readable';

/** What one request may ask in all its filters together. Each relation costs two joins, and MySQL has room for 60. */
const MOST_CONDITIONS = 100;
const MOST_RELATIONS = 10;
const DEEPEST = 16;

export interface Budget {
  conditions: number;
  relations: number;
  populated: number;
}

export const newBudget = (): Budget => ({ conditions: 0, relations: 0, populated: 0 });

/**
 * `filters` in the host's form. Every name must be a field or relation that whoever asks may read: a filter on
 * anything else would answer questions about it.
 *
 * @throws CommerceError invalid_input
 */
export function readCondition(
  reader: Reader,
  uid: string,
  input: unknown,
  path: Path,
  budget: Budget
): Condition {
  if (path.length > DEEPEST) refuse(path.slice(0, 3), 'goes too deep');
  if (input === undefined) return EVERYTHING;
  if (Array.isArray(input)) return all(input, (one, at) => read(uid, one, at));
  if (!isFields(input)) return refuse(path, 'must be an object, such as filters[title][$eq]=Shirt');
  return allOf(input, (name, value, at) => {
    switch (name) {
      case '$and':
        return all(listOf(value, at), (one, place) => read(uid, one, place), at);
      case '$or': {
        const of = listOf(value, at).map((one, index) => read(uid, one, [...at, String(index)]));
        return { kind: 'any', of };
      }
      case '$not':
        return not(read(uid, value, at), at);
    }
    const scalar = scalarOf(reader, uid, name);
    if (scalar) return ofScalar(scalar, value, at);
    const relation = relationOf(reader, uid, name);
    if (relation) return ofRelation(relation, value, at);
    return refuse(at, 'is no field that can be filtered by');
  });

  function read(type: string, value: unknown, at: Path): Condition {
    return readCondition(reader, type, value, at, budget);
  }

  function all(
    list: readonly unknown[],
    each: (one: unknown, at: Path) => Condition,
    at = path
  ): Condition {
    return { kind: 'all', of: list.map((one, index) => each(one, [...at, String(index)])) };
  }

  function allOf(
    fields: Fields,
    each: (name: string, value: unknown, at: Path) => Condition,
    at = path
  ): Condition {
    return {
      kind: 'all',
      of: Object.entries(fields).map(([name, value]) => each(name, value, [...at, name])),
    };
  }

  function ofScalar(scalar: Scalar, value: unknown, at: Path): Condition {
    if (Array.isArray(value)) return compare(scalar, '$in', value, at);
    if (!isFields(value)) return compare(scalar, '$eq', value, at);
    return allOf(
      value,
      (operator, operand, place) => {
        if (operator !== '$not') return compare(scalar, operator, operand, place);
        if (place.length > DEEPEST) refuse(place.slice(0, 3), 'goes too deep');
        return { kind: 'not', of: ofScalar(scalar, operand, place) };
      },
      at
    );
  }

  function compare(
    { name, kind, ofSale }: Scalar,
    word: string,
    operand: unknown,
    at: Path
  ): Condition {
    budget.conditions += 1;
    if (budget.conditions > MOST_CONDITIONS) {
      refuse(path.slice(0, 1), `may have at most ${MOST_CONDITIONS} conditions`);
    }
    return atPath(at, () => {
      const operator = readOperator(word, kind);
      const value = readOperand(operator, kind, operand);
      return { kind: 'field', field: name, operator, value, ofSale };
    });
  }

  function ofRelation({ name, target, many }: Relation, value: unknown, at: Path): Condition {
    budget.relations += 1;
    if (budget.relations > MOST_RELATIONS) {
      refuse(path.slice(0, 1), `may follow at most ${MOST_RELATIONS} relations`);
    }
    const related = (of: Condition): Condition => ({ kind: 'related', relation: name, target, of });
    const id: Scalar = { name: 'id', kind: 'whole', ofSale: false };
    if (!isFields(value)) return related(ofScalar(id, value, at));

    const words = Object.keys(value);
    const [word] = words;
    if (word === '$null' || word === '$notNull') {
      if (words.length > 1) refuse(at, `may have nothing beside ${word}`);
      const given = readOperand(word, 'flag', value[word]) === (word === '$notNull');
      if (given) return related(EVERYTHING);
      return many
        ? refuse([...at, word], 'can only be asked of a relation to one')
        : { kind: 'unrelated', relation: name, target };
    }
    const comparesIds =
      words.length > 0 && words.every((one) => one.startsWith('$') && !GROUPS.has(one));
    return related(comparesIds ? ofScalar(id, value, at) : read(target, value, at));
  }
}

const GROUPS = new Set(['$and', '$or', '$not']);

function not(of: Condition, path: Path): Condition {
  if (followsRelation(of)) refuse(path, 'must not contain a relation');
  return { kind: 'not', of };
}

function followsRelation(condition: Condition): boolean {
  switch (condition.kind) {
    case 'field':
      return false;
    case 'related':
    case 'unrelated':
      return true;
    case 'not':
      return followsRelation(condition.of);
    default:
      return condition.of.some(followsRelation);
  }
}

function listOf(value: unknown, path: Path): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0) {
    refuse(path, `must be a list, such as ${quote(`${path.join('.')}[0]`)}`);
  }
  return value as unknown[];
}
