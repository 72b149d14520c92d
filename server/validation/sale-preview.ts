import { z } from 'zod';

import { key, line } from './fields';

const documents = z.array(key).max(5000, 'may name at most 5000 entries').default([]);

/** A relation field of a form: what was chosen and taken out since it was opened. */
export const changedChoice = z
  .strictObject({ connect: documents, disconnect: documents }, 'must say connect and disconnect')
  .prefault({});

/** What is typed into a field for numbers; whether it is one is said by the rules. */
export const typedNumber = z
  .union([z.string().trim().max(64), z.number()], 'must be a number')
  .nullish()
  .transform((value) =>
    value === null || value === undefined || value === '' ? null : String(value)
  );

export const time = z.iso
  .datetime({ offset: true, error: 'must be a time such as 2026-03-01T12:00:00Z' })
  .nullish()
  .transform((value) => (value ? new Date(value) : null));

export const flag = z
  .boolean('must be true or false')
  .nullish()
  .transform((value) => value === true);

export const discountFields = {
  discountDeduct: typedNumber,
  discountPercent: typedNumber,
  discountExact: typedNumber,
  validFrom: time,
  validTo: time,
};

const whole = z.int('must be a whole number from 1').min(1, 'must be a whole number from 1');

/** `POST /sales/preview` */
export const salePreviewBody = z.strictObject(
  {
    sale: key.nullish().transform((value) => value ?? null),
    copyOf: key.nullish().transform((value) => value ?? null),
    active: flag,
    ...discountFields,
    allProducts: flag,
    products: changedChoice,
    categories: changedChoice,
    at: time,
    page: whole.max(1_000_000, 'must be at most 1000000').default(1),
    pageSize: whole.max(100, 'must be at most 100').default(20),
    show: z.enum(['all', 'reduced', 'skipped'], 'must be all, reduced or skipped').default('all'),
    q: line.default(''),
    decimalComma: flag,
  },
  'must be an object'
);
