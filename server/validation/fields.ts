import { z } from 'zod';

import { isCountry } from '../domain/orders/countries';

/** Fields that several requests share. */

const LONGEST = 255;

/** One line of text without control characters and halves of an emoji, which databases refuse; empty is not given. */
export const line = z
  .string('must be text')
  .trim()
  .max(LONGEST, `may have at most ${LONGEST} characters`)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must not contain control characters');

export const longText = z
  .string('must be text')
  .trim()
  .max(5000, 'may have at most 5000 characters')
  .regex(/^[^\0\p{Cs}]*$/u, 'must not contain the character 0, or half a character');

export const key = line.min(1, 'must not be empty');

const WHOLE = 'must be a whole number from 1';

export const quantity = z.int(WHOLE).min(1, WHOLE).max(1_000_000, 'must be at most 1000000');

/** 0 removes. */
export const quantityOrNone = z
  .int('must be a whole number from 0')
  .min(0, 'must be a whole number from 0')
  .max(1_000_000, 'must be at most 1000000');

const optional = line.nullish().transform((value) => value || undefined);

export const email = z
  .string('must be text')
  .trim()
  .toLowerCase()
  .max(LONGEST, `may have at most ${LONGEST} characters`)
  .pipe(z.email('must be an e-mail address'));

const country = z
  .string('must be text')
  .trim()
  .toUpperCase()
  .refine(
    (code) => code === '' || isCountry(code),
    'must be a country of ISO 3166-1 in two letters'
  )
  .nullish()
  .transform((value) => value || undefined);

export const address = z.strictObject(
  {
    firstName: optional,
    lastName: optional,
    company: optional,
    street: optional,
    street2: optional,
    city: optional,
    state: optional,
    postcode: optional,
    country,
    phone: optional,
  },
  'must be an address'
);

/** A flat object of a line's own facts. */
export const lineData = z
  .record(
    key,
    z.union(
      [longText, z.number(), z.boolean(), z.null()],
      'must be text, a number, true, false or null'
    )
  )
  .refine((data) => Object.keys(data).length <= 50, 'may have at most 50 fields');
