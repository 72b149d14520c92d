import { z } from 'zod';

import { describeIssue } from './config/describe-issue';
import { layoutSettings } from './config/layout';
import { mailSettings } from './config/mails';
import type { InputIssue } from './domain/errors';
import { CURRENCY_CODES, isCurrency } from './domain/money/currency';
import { parseAmount } from './domain/money/parse-amount';
import { BUILT_IN, type DocumentWords } from './domain/invoices/words';
import type { SellableMapping } from './domain/catalogue/sellable-mapping';
import type { CartCarrier } from './providers/cart-carrier';
import type { InventoryProvider } from './providers/inventory';
import type { PaymentProvider } from './providers/payment';
import type { ProviderEntry } from './providers/entry';
import type { ShippingProvider } from './providers/shipping';
import type { TaxProvider } from './providers/tax';

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

const provider = <Provider>() =>
  z.custom<ProviderEntry<Provider>>(
    (value) => typeof value === 'function' || (typeof value === 'object' && value !== null),
    'must be a provider: an object, or a function of { strapi } that returns one'
  );

/** What another content type is sold by. Whether the type has these fields is checked once the host knows its types. */
const sellableType = z
  .string()
  .refine(
    (uid) => /^(api|plugin)::[^.]+\.[^.]+$/.test(uid) && !uid.startsWith('plugin::cartwright.'),
    'must be the UID of a content type of your own, such as "api::course.course"'
  );

const mapped = <Key extends keyof SellableMapping>() =>
  z.custom<NonNullable<SellableMapping[Key]>>(
    (value) => typeof value === 'function' || (typeof value === 'string' && value.trim() !== ''),
    'must be the name of a field, or a function of the entry'
  );

const sellableMapping = z.strictObject({
  title: mapped<'title'>(),
  price: mapped<'price'>(),
  sku: mapped<'sku'>().optional(),
  image: mapped<'image'>().optional(),
  stock: mapped<'stock'>().optional(),
  url: mapped<'url'>().optional(),
  taxClass: mapped<'taxClass'>().optional(),
  weight: mapped<'weight'>().optional(),
  populate: z.array(text).optional(),
});

const seconds = (standard: number) =>
  wholeFrom(1).max(86_400, 'must be at most 86400, a day').default(standard);

/** So many in so many seconds, each with its standard; `false` switches the limit off. */
const limitPerAddress = (standard: { max: number; seconds: number }) =>
  z
    .union(
      [
        z.literal(false),
        z.strictObject({
          max: wholeFrom(1).default(standard.max),
          seconds: seconds(standard.seconds),
        }),
      ],
      'must be false, or { max, seconds } in whole numbers from 1, seconds at most 86400'
    )
    .default(standard);

const limitPerCart = (standard: { max: number; maxPerCart: number; seconds: number }) =>
  z
    .union(
      [
        z.literal(false),
        z.strictObject({
          max: wholeFrom(1).default(standard.max),
          maxPerCart: wholeFrom(1).default(standard.maxPerCart),
          seconds: seconds(standard.seconds),
        }),
      ],
      'must be false, or { max, maxPerCart, seconds } in whole numbers from 1, seconds at most 86400'
    )
    .default(standard);

const limitPerOrder = (standard: { max: number; maxPerOrder: number; seconds: number }) =>
  z
    .union(
      [
        z.literal(false),
        z.strictObject({
          max: wholeFrom(1).default(standard.max),
          maxPerOrder: wholeFrom(1).default(standard.maxPerOrder),
          seconds: seconds(standard.seconds),
        }),
      ],
      'must be false, or { max, maxPerOrder, seconds } in whole numbers from 1, seconds at most 86400'
    )
    .default(standard);

const redisClient = z.custom<ProviderEntry<object>>(
  (value) => typeof value === 'function' || (typeof value === 'object' && value !== null),
  'must be a Redis client, or a function of { strapi } that returns one'
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

const fieldNames = z
  .array(text)
  .refine((names) => new Set(names).size === names.length, 'must not name a field twice');

/** A list is the product's. */
const extraFields = z
  .union(
    [
      fieldNames,
      z.strictObject({
        product: fieldNames.optional(),
        variation: fieldNames.optional(),
        category: fieldNames.optional(),
      }),
    ],
    'must be a list of names of fields, or such lists by type: { product, variation, category }'
  )
  .default([])
  .transform((given) => {
    const lists = Array.isArray(given) ? { product: given } : given;
    return { product: [], variation: [], category: [], ...lists };
  });

/** A number is a part of it, and it may have the year. */
const numberFormat = (standard: string) =>
  text
    .refine(
      (format) => /\{number(:\d+)?\}/.test(format),
      'must contain {number}, or {number:5} for leading zeros, and may contain {year}'
    )
    .default(standard);

const line = z.string().trim().default('');

/** The words of a document; what is left out is said in English. */
const documentWords = z.strictObject(
  Object.fromEntries(
    Object.keys(BUILT_IN.en).map((word) => [word, text.optional()] as const)
  ) as Record<keyof DocumentWords, z.ZodOptional<typeof text>>
);

const language = z
  .string()
  .regex(/^[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, 'must be a language such as "it" or "it-CH"');

/** As it stands in the head of a mail; `null` leaves it to the host's e-mail plugin. */
const mailAddress = text
  .refine(
    (address) => /^[^\r\n]*[^\s<]@[^\s>]+>?$/.test(address),
    'must be an e-mail address, such as "Shop <shop@example.com>"'
  )
  .nullable()
  .default(null);

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
  catalog: section({ extraFields }),
  cart: section({
    session: z.enum(['header', 'cookie']).default('header'),
    mergeStrategy: z.enum(['add', 'replace', 'keep_higher']).default('add'),
    expiryDays: wholeFrom(1).default(90),
  }),
  stock: section({
    hold: z.enum(['checkout', 'cart']).default('checkout'),
    holdMinutes: wholeFrom(1).default(30),
    offlineHoldDays: wholeFrom(1).default(14),
    lowStockThreshold: wholeFrom(0).nullable().default(null),
  }),
  checkout: section({
    accountRequired: z.boolean().default(false),
    splitSteps: z.boolean().default(false),
    paymentStep: z.boolean().default(true),
    confirmationStep: z.boolean().default(false),
    requiredFields: z.array(addressField).default([...DEFAULT_REQUIRED_FIELDS]),
    termsRequired: z.boolean().default(false),
    discountField: z.boolean().default(true),
    rememberDays: wholeFrom(1).max(400, 'must be at most 400').default(365),
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
    numberFormat: numberFormat('{number}'),
    invoiceFormat: numberFormat('{year}-{number:5}'),
    creditNoteFormat: numberFormat('C{year}-{number:5}'),
    emailFrom: mailAddress,
    emailBcc: mailAddress,
  }),
  shop: section({
    name: line,
    address: z.array(text).default([]),
    taxIds: z.array(z.strictObject({ label: text, value: text })).default([]),
    email: line,
    phone: line,
    website: line,
    logo: line.refine(
      (logo) => !/^[a-z]+:\/\//i.test(logo),
      'must be a file of the site, or a data URL: nothing is fetched to print a document'
    ),
    footer: line,
    bank: z.array(text).default([]),
  }),
  documents: section({
    words: z.record(language, documentWords).default({}),
    font: z.strictObject({ regular: text, bold: text.optional() }).nullable().default(null),
  }),
  mails: mailSettings,
  layout: layoutSettings,
  sellables: z.record(sellableType, sellableMapping).default({}),
  rateLimits: section({
    redis: redisClient.optional(),
    discountCodes: limitPerCart({ max: 100, maxPerCart: 30, seconds: 600 }),
    orderLinks: limitPerAddress({ max: 100, seconds: 600 }),
    checkout: limitPerCart({ max: 600, maxPerCart: 60, seconds: 600 }),
    receipts: limitPerOrder({ max: 30, maxPerOrder: 3, seconds: 600 }),
  }),
  features: section({
    ratings: z.boolean().default(true),
    related: z.boolean().default(true),
    upsells: z.boolean().default(true),
  }),
  providers: section({
    manual: z.boolean().default(true),
    payments: z.array(provider<PaymentProvider>()).default([]),
    tax: provider<TaxProvider>().optional(),
    shipping: provider<ShippingProvider>().optional(),
    cartSession: provider<CartCarrier>().optional(),
    inventory: provider<InventoryProvider>().optional(),
  }),
});

/** What a site may write in `config/plugins`: every key is optional. */
export type CartwrightConfig = z.input<typeof settingsSchema>;

/** What the shop works with: every key is there. */
export type Settings = z.output<typeof settingsSchema>;

/** @throws an Error that lists each wrong key with its legal values, one a line. */
export function readSettings(config: unknown): Settings {
  const { settings, issues } = checkSettings(config);
  if (settings) return settings;
  const lines = issues.map(({ path, message }) => `  - "${path}" ${message}`);
  throw new Error(`Wrong configuration of cartwright in config/plugins:\n${lines.join('\n')}`);
}

/** The settings, or each wrong key with what would be legal there. */
export function checkSettings(
  config: unknown
): { settings: Settings; issues?: never } | { settings?: never; issues: InputIssue[] } {
  const parsed = settingsSchema.safeParse(config ?? {});
  const issues = parsed.success
    ? [...amountIssues(parsed.data), ...holdIssues(parsed.data)]
    : parsed.error.issues.flatMap((issue) => describeIssue(issue, settingsSchema));
  return parsed.success && issues.length === 0 ? { settings: parsed.data } : { issues };
}

/** An inventory of the site's own keeps units for orders; what carts would keep, it has never heard of. */
function holdIssues({ stock, providers }: Settings): InputIssue[] {
  if (stock.hold !== 'cart' || providers.inventory === undefined) return [];
  const message = 'must be checkout with "providers.inventory", which counts the units itself';
  return [{ path: 'stock.hold', message }];
}

/** Amounts can only be judged once the currency is known. */
function amountIssues(settings: Settings): InputIssue[] {
  const amounts: [string, string | null | undefined][] = [
    ['minOrderAmount', settings.minOrderAmount],
    ...settings.shipping.options.flatMap((option, index): [string, string | undefined][] => [
      [`shipping.options.${index}.amount`, option.amount],
      [`shipping.options.${index}.freeFrom`, option.freeFrom],
    ]),
  ];
  return amounts.flatMap(([path, value]) => {
    if (value === null || value === undefined) return [];
    try {
      parseAmount(value, settings.currency, path);
      return [];
    } catch (error) {
      return [{ path, message: (error as Error).message.slice(path.length + 1) }];
    }
  });
}
