import { z } from 'zod';

import { EDITABLE_KEYS } from '../domain/settings/editable';
import { MAIL_KINDS } from '../domain/mails/mail';
import { isCountry } from '../domain/orders/countries';
import { key } from './fields';

const editableKey = z.enum(EDITABLE_KEYS, 'must be a setting of the admin');

/** Whether a value is legal is decided where the config file's are: by the settings' own schema. */
const values = z.partialRecord(editableKey, z.unknown(), 'must be settings by their keys');

const country = z
  .string('must be text')
  .toUpperCase()
  .refine(isCountry, 'must be a country of ISO 3166-1 in two letters');

const amount = z.string('must be an amount in text').max(64, 'has too many digits');

export const settingsChange = z.strictObject({
  version: z.string('must be the version that was seen'),
  set: values.default({}),
  reset: z.array(editableKey).default([]),
});

export const taxTrial = z.strictObject({
  set: values.default({}),
  amount,
  country,
  region: key.optional(),
  taxClass: key.optional(),
});

export const shippingTrial = z.strictObject({
  set: values.default({}),
  amount,
  country: country.optional(),
  weight: z
    .number('must be a weight in grams')
    .min(0, 'must not be negative')
    .max(100_000_000, 'is too heavy')
    .default(0),
});

export const nextNumberBody = z.strictObject({
  of: z.enum(['order', 'invoice', 'credit_note']),
  format: z
    .string('must be text')
    .max(100, 'may have at most 100 characters')
    .regex(/\{number(:\d+)?\}/, 'must contain {number}'),
});

export const mailBody = z.strictObject({
  kind: z.enum(MAIL_KINDS),
  locale: key,
  set: values.default({}),
});
