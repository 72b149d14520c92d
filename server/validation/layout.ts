import { z } from 'zod';

import { POSITIONS, SOURCES } from '../domain/layout/block';
import { isPageName, pageName } from '../domain/layout/page-name';
import { key } from './fields';
import { locale } from './queries';

/** The longest body of the composer, in bytes: that of the host. */
export const COMPOSER_LIMIT = 1024 * 1024;

const MOST_BLOCKS = 100;
const MOST_CHOSEN = 100;

const INSTANT = 'must be an instant, such as "2026-11-27T00:00:00Z"';

/** The host's own words for a date in a query: with its time zone, so that nobody has to guess. */
const instant = z.iso.datetime({ offset: true, message: INSTANT }).transform((at) => new Date(at));

export const layoutQuery = z.strictObject({
  locale,
  preview: z.string().min(1, 'must not be empty').max(1000, 'is too long').optional(),
  at: instant.optional(),
});

/** Nobody can have composed a page of another name, so it is empty. */
export const anyPage = z.string().catch('');

export const composedPage = z
  .string()
  .transform(pageName)
  .refine(isPageName, 'must be a name for an address, such as "home" or "summer-sale"');

const language = locale.unwrap();

export const compositionQuery = z.strictObject({ locale });

const text = z.string('must be text').nullable();
const documents = z
  .array(key)
  .max(MOST_CHOSEN, `may be at most ${MOST_CHOSEN}`)
  .refine((ids) => new Set(ids).size === ids.length, 'must not name one twice');

const LIMIT = 'must be a whole number from 1 to 100';

const block = z.strictObject({
  documentId: key.nullable(),
  position: z.enum(POSITIONS, `must be one of ${POSITIONS.join(', ')}`),
  visible: z.boolean(),
  visibleFrom: instant.nullable(),
  visibleUntil: instant.nullable(),
  heading: text,
  text,
  html: text,
  linkLabel: text,
  linkUrl: text,
  image: z.int().positive().nullable(),
  products: documents,
  categories: documents,
  source: z.enum(SOURCES, `must be one of ${SOURCES.join(', ')}`),
  limit: z.int(LIMIT).min(1, LIMIT).max(100, LIMIT).nullable(),
  removed: z.boolean(),
});

const blocks = z.array(block).max(MOST_BLOCKS, `may be at most ${MOST_BLOCKS}`);

const seen = { locale: language, version: key };

export const seenComposition = z.strictObject(seen);
export const composition = z.strictObject({ ...seen, blocks });
export const blocksToView = z.strictObject({
  locale: language,
  at: instant.nullable().default(null),
  blocks,
});

/** How long a link can be good for, in hours. */
export const PREVIEW_HOURS = [1, 24, 168] as const;

export const previewWish = z.strictObject({
  page: composedPage,
  locale: language,
  at: instant.nullable().default(null),
  hours: z.literal(PREVIEW_HOURS, `must be one of ${PREVIEW_HOURS.join(', ')}`).default(24),
});
