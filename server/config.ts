import { z } from 'zod';

import { CURRENCY_CODES, isCurrency } from './domain/money/currency';
import { parseAmount } from './domain/money/parse-amount';
import type { PaymentProvider } from './providers/payment';
import type { ProviderEntry } from './providers/resolve';

/**
 * The settings of the shop: `config/plugins`, key `cartwright`.
 *
 * Every key has a default here, and only here. The validator runs at start and refuses a wrong key or
 * value with an error that names the key and says what would be legal.
 */

const text = z.string().trim().min(1, 'must not be empty');
const wholeFrom = (least: number) =>
  z.int(`must be a whole number from ${least}`).min(least, `must be a whole number from ${least}`);
const country = z
  .string()
  .regex(
    /^([A-Z]{2}|\*)$/,
    'must be a country of two capital letters (ISO 3166-1), or "*" for any'
  );
const plainDecimal = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((value) => /^\d+(\.\d+)?$/.test(value), 'must be a plain decimal such as "19.90"');

const taxRate = z.strictObject({
  country,
  region: text.optional(),
  class: text.optional(),
  rate: plainDecimal,
  label: text,
});

const shippingOption = z.strictObject({
  code: text,
  label: text,
  amount: plainDecimal,
  freeFrom: plainDecimal.optional(),
  countries: z.array(country).optional(),
  maxWeight: z.number().positive('must be a weight in grams, above 0').optional(),
});

const provider = z.custom<ProviderEntry<PaymentProvider>>(
  (value) => typeof value === 'function' || (typeof value === 'object' && value !== null),
  'must be a provider: an object, or a function of { strapi } that returns one'
);

const addressField = z.enum([
  'email',
  'firstName',
  'lastName',
  'company',
  'street',
  'street2',
  'city',
  'state',
  'postcode',
  'country',
  'phone',
]);

const DEFAULT_REQUIRED_FIELDS = [
  'email',
  'firstName',
  'lastName',
  'street',
  'city',
  'country',
  'postcode',
] as const;

const section = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape).prefault({} as never);

export const settingsSchema = z.strictObject({
  currency: z
    .string()
    .refine(isCurrency, `must be a currency of ISO 4217: ${CURRENCY_CODES.join(', ')}`)
    .default('USD'),
  roundingMode: z.enum(['half-up', 'half-even']).default('half-up'),
  optionTypes: z
    .array(text)
    .min(1, 'must name at least one type')
    .max(20, 'must name at most twenty types')
    .refine((types) => new Set(types).size === types.length, 'must not name a type twice')
    .default(['Size', 'Colour']),
  maxVariations: wholeFrom(1).max(5000, 'must be at most 5000').default(250),
  maxQuantityPerItem: wholeFrom(1).max(1_000_000, 'must be at most 1000000').default(1000),
  minOrderAmount: plainDecimal.nullable().default(null),
  cart: section({
    session: z.enum(['header']).default('header'),
    mergeStrategy: z.enum(['add', 'replace', 'keep_higher']).default('add'),
    expiryDays: wholeFrom(1).default(90),
  }),
  stock: section({
    hold: z.enum(['checkout']).default('checkout'),
    holdMinutes: wholeFrom(1).default(30),
    offlineHoldDays: wholeFrom(1).default(14),
  }),
  checkout: section({
    accountRequired: z.boolean().default(false),
    splitSteps: z.boolean().default(false),
    paymentStep: z.boolean().default(true),
    confirmationStep: z.boolean().default(false),
    requiredFields: z.array(addressField).default([...DEFAULT_REQUIRED_FIELDS]),
  }),
  tax: section({
    included: z.boolean().default(false),
    taxShipping: z.boolean().default(false),
    rates: z.array(taxRate).default([]),
  }),
  shipping: section({
    options: z
      .array(shippingOption)
      .refine(
        (options) => new Set(options.map(({ code }) => code)).size === options.length,
        'must not use a code twice'
      )
      .default([]),
  }),
  order: section({
    numberFormat: text
      .refine(
        (format) => /\{number(:\d+)?\}/.test(format),
        'must contain {number}, or {number:5} for leading zeros, and may contain {year}'
      )
      .default('{number}'),
  }),
  providers: section({
    manual: z.boolean().default(true),
    payments: z.array(provider).default([]),
  }),
});

/** What a site may write in `config/plugins`: every key is optional. */
export type CartwrightConfig = z.input<typeof settingsSchema>;

/** What the shop works with: every key is there. */
export type Settings = z.output<typeof settingsSchema>;

/** @throws an Error that lists each wrong key with its legal values, one a line. */
export function readSettings(config: unknown): Settings {
  const parsed = settingsSchema.safeParse(config ?? {});
  if (!parsed.success) {
    throw new Error(explain(parsed.error.issues.flatMap(describeIssue)));
  }
  const wrongAmounts = amountIssues(parsed.data);
  if (wrongAmounts.length > 0) throw new Error(explain(wrongAmounts));
  return parsed.data;
}

function explain(lines: string[]): string {
  return `Wrong configuration of cartwright in config/plugins:\n${lines.map((line) => `  - ${line}`).join('\n')}`;
}

function describeIssue(issue: z.core.$ZodIssue): string[] {
  const key = issue.path.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys': {
      const legal = Object.keys(shapeAt(issue.path)).join(', ');
      return issue.keys.map(
        (name) =>
          `"${[key, name].filter(Boolean).join('.')}" is not a setting; legal here: ${legal}`
      );
    }
    case 'invalid_value':
      return [`"${key}" must be one of: ${issue.values.map(String).join(', ')}`];
    case 'invalid_type':
      return [`"${key}" must be of type ${issue.expected}`];
    default:
      return [`"${key}" ${issue.message}`];
  }
}

/** The keys that are legal where an unknown one was found. */
function shapeAt(path: readonly PropertyKey[]): Record<string, unknown> {
  let schema: unknown = settingsSchema;
  for (const step of path) {
    const inner = unwrap(schema);
    if (inner instanceof z.ZodObject) schema = (inner.shape as Record<PropertyKey, unknown>)[step];
    else if (inner instanceof z.ZodArray) schema = inner.element;
  }
  const object = unwrap(schema);
  return object instanceof z.ZodObject ? object.shape : {};
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return unwrap(schema.unwrap());
  return schema;
}

/** Amounts can only be judged once the currency is known. */
function amountIssues(settings: Settings): string[] {
  const amounts: [string, string | null | undefined][] = [
    ['minOrderAmount', settings.minOrderAmount],
    ...settings.shipping.options.flatMap((option, index): [string, string | undefined][] => [
      [`shipping.options.${index}.amount`, option.amount],
      [`shipping.options.${index}.freeFrom`, option.freeFrom],
    ]),
  ];
  return amounts.flatMap(([key, value]) => {
    if (value === null || value === undefined) return [];
    try {
      parseAmount(value, settings.currency, key);
      return [];
    } catch (error) {
      return [`"${key}": ${(error as Error).message}`];
    }
  });
}
