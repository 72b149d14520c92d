import { z } from 'zod';

import { key, line } from './fields';

/** A whole number in a query string. */
export const whole = (least: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least}`)
    .transform(Number)
    .refine((value) => value >= least, `must be a whole number from ${least}`);

const page = whole(1).default(1);

/** More than a hundred is a hundred. */
export const pageSize = (usual: number) =>
  whole(1)
    .transform((value) => Math.min(value, 100))
    .default(usual);

export const locale = z
  .string()
  .regex(/^[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8})*$/, 'must be a locale such as "en" or "de-AT"')
  .optional();

/** `true` or `false`; off when it is not given. */
const flag = z
  .enum(['true', 'false'], 'must be true or false')
  .transform((value) => value === 'true')
  .default(false);

/** An amount that bounds a range; how many decimals it may have is the currency's business. */
const bound = z
  .string('must be an amount such as "19.90"')
  .regex(/^\d{1,15}(\.\d{1,15})?$/, 'must be an amount such as "19.90"')
  .optional();

const MOST_OPTIONS = 100;

/** `option[Size]=S,M`; given several times, each is one name, so that a name may contain a comma. */
const names = z
  .union(
    [
      z.string().transform((value) => value.split(',').map((name) => name.trim())),
      z.array(z.string().trim()),
    ],
    'must be names of options, such as "S,M"'
  )
  .refine(
    (all) => all.length > 0 && all.every((name) => key.safeParse(name).success),
    'must be names of options, such as "S,M"'
  )
  .refine((all) => all.length <= MOST_OPTIONS, `may name at most ${MOST_OPTIONS} options`);

const options = z
  .record(key, names, 'must name a type, such as option[Size]=S,M')
  .refine((types) => Object.keys(types).length <= 20, 'may name at most 20 types')
  .transform((types) => new Map(Object.entries(types)))
  .prefault({});

/** `GET /catalog/products`. An unknown sort key falls back to the default (rule 4.3). */
export const productsQuery = z.strictObject({
  category: key.optional(),
  q: line.default(''),
  option: options,
  priceMin: bound,
  priceMax: bound,
  onSale: flag,
  inStock: flag,
  facets: flag,
  sort: z
    .enum(['newest', 'price:asc', 'price:desc', 'title:asc', 'title:desc', 'rating', 'popularity'])
    .catch('newest')
    .default('newest'),
  page,
  pageSize: pageSize(24),
  locale,
});

/** The last part of an address. What no slug can be is nobody's slug. */
export const slug = key.catch('');

/** A request that only says in which language. */
export const localeQuery = z.strictObject({ locale });

/** The routes of cart and checkout. `explain`: the figures say how they came about. */
export const cartQuery = z.strictObject({ locale, explain: flag });

/** `GET /orders` */
export const ordersQuery = z.strictObject({ page, pageSize: pageSize(25) });
