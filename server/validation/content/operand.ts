import { z } from 'zod';

import type { FieldCondition, Operator } from '../../domain/content/content-request';
import { parse } from '../parse';
import type { Kind } from './readable';

/**
 * The right-hand side of a filter, as a value that every database compares with a column of this kind: PostgreSQL
 * answers text that is no number, or a number beyond its column, with an error instead of "no such row".
 */

const text = z
  .string('must be text')
  .max(1000, 'may have at most 1000 characters')
  .regex(/^[^\0\p{Cs}]*$/u, 'must not contain the character 0, or half a character');

const WHOLE = 'must be a whole number of at most 2147483647';
const INSTANT = 'must be a time such as "2026-01-31T12:00:00Z"';
const DAY = 'must be a date such as "2026-01-31"';
const FLAG = 'must be true or false';

const flag = z
  .enum(['true', 't', '1', 'false', 'f', '0'], FLAG)
  .transform((value) => ['true', 't', '1'].includes(value));

const isDate = (value: string) => !Number.isNaN(Date.parse(value));

const VALUES: Record<Exclude<Kind, 'opaque'>, z.ZodType<string | number | boolean | Date>> = {
  text,
  whole: z
    .string(WHOLE)
    .regex(/^-?\d{1,10}$/, WHOLE)
    .transform(Number)
    .refine((value) => Math.abs(value) <= 2147483647, WHOLE),
  big: z
    .string('must be a whole number')
    .regex(/^-?\d{1,18}$/, 'must be a whole number of at most 18 digits'),
  number: z
    .string('must be a number such as "19.90"')
    .regex(/^-?\d{1,15}(\.\d{1,10})?$/, 'must be a number such as "19.90"')
    .transform(Number),
  flag,
  instant: z
    .string(INSTANT)
    .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/, INSTANT)
    .refine((value) => isDate(value) && new Date(value).getUTCFullYear() >= 1000, INSTANT)
    .transform((value) => new Date(value)),
  day: z
    .string(DAY)
    .regex(/^\d{4}-\d{2}-\d{2}$/, DAY)
    .refine((value) => isDate(value) && value >= '1000', DAY)
    // The 31st of February parses, and is no day.
    .refine((value) => isDate(value) && new Date(value).toISOString().startsWith(value), DAY),
  time: z
    .string('must be a time such as "12:30"')
    .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?$/, 'must be a time such as "12:30"'),
};

const OF_ALL: Operator[] = ['$null', '$notNull'];
const OF_EQUALS: Operator[] = [...OF_ALL, '$eq', '$ne', '$in', '$notIn'];
const OF_ORDERED: Operator[] = [...OF_EQUALS, '$lt', '$lte', '$gt', '$gte', '$between'];
const OF_TEXT: Operator[] = [
  ...OF_ORDERED,
  '$eqi',
  '$nei',
  '$contains',
  '$containsi',
  '$notContains',
  '$notContainsi',
  '$startsWith',
  '$startsWithi',
  '$endsWith',
  '$endsWithi',
];

const OPERATORS: Record<Kind, Operator[]> = {
  text: OF_TEXT,
  whole: OF_ORDERED,
  big: OF_ORDERED,
  number: OF_ORDERED,
  instant: OF_ORDERED,
  day: OF_ORDERED,
  time: OF_ORDERED,
  flag: OF_EQUALS,
  opaque: OF_ALL,
};

const MOST_VALUES = 100;

/** @throws CommerceError invalid_input */
export function readOperator(name: string, kind: Kind): Operator {
  return parse(
    z.enum(OPERATORS[kind], `must be one of ${OPERATORS[kind].join(', ')}, not ${quote(name)}`),
    name
  );
}

/** @throws CommerceError invalid_input */
export function readOperand(
  operator: Operator,
  kind: Kind,
  input: unknown
): FieldCondition['value'] {
  if (operator === '$null' || operator === '$notNull' || kind === 'opaque') {
    return parse(flag, input);
  }
  const value = VALUES[kind];
  if (operator === '$between') {
    return parse(z.array(value, 'must be two values').length(2, 'must be two values'), input);
  }
  if (operator === '$in' || operator === '$notIn') {
    const list = z
      .array(value, 'must be a list of values')
      .min(1, 'must name at least one value')
      .max(MOST_VALUES, `may name at most ${MOST_VALUES} values`);
    return parse(list, Array.isArray(input) ? input : [input]);
  }
  return parse(value, input);
}

/** A word of the requester's own in a message: short, and what it is. */
export function quote(word: string): string {
  return JSON.stringify(word.slice(0, 40));
}
