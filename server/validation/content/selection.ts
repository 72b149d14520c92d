import type { Populated, Selection, SortKey } from '../../domain/content/content-request';
import { MOST_RELATED } from '../../domain/content/content-request';
import { parse } from '../parse';
import { whole } from '../queries';
import { atPath, type Fields, isFields, type Path, refuse } from './at-path';
import { type Budget, readCondition } from './condition';
import {
  isPriced,
  type Reader,
  type Relation,
  relationOf,
  relationsOf,
  scalarOf,
} from './readable';

const MOST_LEVELS = 3;
const MOST_POPULATED = 20;
const MOST_SORT_KEYS = 5;

/**
 * `fields`, `filters`, `sort` and `populate` in all the forms that the host takes.
 * @throws CommerceError invalid_input
 */
export function readSelection(
  reader: Reader,
  uid: string,
  query: Fields,
  path: Path,
  budget: Budget,
  level = 0
): Selection {
  const at = (name: string) => [...path, name];
  return {
    priced: isPriced(uid),
    fields: readFields(reader, uid, query['fields'], at('fields')),
    condition: readCondition(reader, uid, query['filters'], at('filters'), budget),
    sort: readSort(reader, uid, query['sort'], at('sort')),
    populate: readPopulate(reader, uid, query['populate'], at('populate'), budget, level + 1),
  };
}

function readFields(reader: Reader, uid: string, input: unknown, path: Path): string[] | null {
  const names = namesOf(input, path);
  if (names.length === 0 || names.includes('*')) return null;
  for (const name of names) {
    if (!scalarOf(reader, uid, name)) refuse([...path, name], 'is no field that can be read');
  }
  return names;
}

/** By fields of the type itself: the order by a relation's field would tell of rows that nobody may see. */
function readSort(reader: Reader, uid: string, input: unknown, path: Path): SortKey[] {
  const words = isFields(input)
    ? Object.entries(input).map(([name, direction]) => `${name}:${String(direction)}`)
    : namesOf(input, path);
  if (words.length > MOST_SORT_KEYS) refuse(path, `may have at most ${MOST_SORT_KEYS} keys`);
  return words.map((word) => {
    const [field = '', direction = 'asc', ...rest] = word.split(':').map((part) => part.trim());
    const scalar = scalarOf(reader, uid, field);
    const order = direction.toLowerCase();
    if (rest.length > 0 || (order !== 'asc' && order !== 'desc')) {
      refuse(path, 'must be a field, then :asc or :desc');
    }
    if (!scalar || scalar.kind === 'opaque' || scalar.ofSale) {
      refuse([...path, field], 'is no field that can be sorted by');
    }
    return { field, direction: order };
  });
}

function readPopulate(
  reader: Reader,
  uid: string,
  input: unknown,
  path: Path,
  budget: Budget,
  level: number
): Record<string, Populated> {
  const wanted = wantedOf(reader, uid, input, path);
  const populate = wanted.map(([name, value]): [string, Populated] => {
    const at = [...path, name];
    const relation = relationOf(reader, uid, name);
    if (!relation) return refuse(at, 'is nothing that can be populated');
    if (level > MOST_LEVELS) refuse(at, `lies deeper than ${MOST_LEVELS} levels`);
    budget.populated += 1;
    if (budget.populated > MOST_POPULATED) {
      refuse(path.slice(0, 1), `may name at most ${MOST_POPULATED} relations`);
    }
    return [name, readPopulated(reader, relation, value, at, budget, level)];
  });
  return Object.fromEntries(populate);
}

const NESTED = ['fields', 'filters', 'sort', 'populate', 'start', 'limit'];

function readPopulated(
  reader: Reader,
  { target, many, end }: Relation,
  value: unknown,
  path: Path,
  budget: Budget,
  level: number
): Populated {
  const query = isFields(value) ? value : {};
  for (const name of Object.keys(query)) {
    if (!NESTED.includes(name)) refuse([...path, name], 'is not a known field');
  }
  const { populate, ...own } = query;
  if (end && populate !== undefined && populate !== '*') {
    refuse([...path, 'populate'], 'is nothing that can be populated');
  }
  return {
    target,
    many,
    ...readSelection(reader, target, end ? own : { ...own, populate }, path, budget, level),
    start: readWhole(query['start'], 0, [...path, 'start']),
    limit: readWhole(query['limit'], 1, [...path, 'limit']),
  };
}

function readWhole(input: unknown, least: number, path: Path): number | null {
  if (input === undefined) return null;
  const value = atPath(path, () => parse(whole(least), input));
  return least === 0 ? value : Math.min(value, MOST_RELATED);
}

/** What is to be populated, each with its own query or `true`; `a.b` is b within a. */
function wantedOf(
  reader: Reader,
  uid: string,
  input: unknown,
  path: Path
): [string, Fields | true][] {
  if (input === '*' || input === 'true') {
    return relationsOf(reader, uid).map(({ name }) => [name, true]);
  }
  if (isFields(input)) {
    return Object.entries(input).flatMap(([name, value]): [string, Fields | true][] => {
      if (value === 'false') return [];
      if (isFields(value)) return [[name, value]];
      if (value !== 'true' && value !== '*') refuse([...path, name], 'must be true or an object');
      return [[name, true]];
    });
  }
  const below = new Map<string, string[]>();
  for (const word of namesOf(input, path)) {
    const [name = '', ...rest] = word.split('.');
    below.set(name, [...(below.get(name) ?? []), ...(rest.length > 0 ? [rest.join('.')] : [])]);
  }
  if (below.has('*')) refuse(path, 'must be "*" alone or a list of names');
  return [...below].map(([name, deeper]) => [
    name,
    deeper.length > 0 ? { populate: deeper } : true,
  ]);
}

/** `a,b`, or a list of such. */
function namesOf(input: unknown, path: Path): string[] {
  if (input === undefined || input === null || input === '') return [];
  const words: unknown[] = Array.isArray(input) ? input : [input];
  return words.flatMap((word) => {
    if (typeof word !== 'string') return refuse(path, 'must be a name or a list of names');
    return word
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
  });
}
