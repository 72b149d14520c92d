import { shortenName } from './unique-name';

/** Makes "Dark Red" into "dark-red"; the host's own, so that it does what editors know from slugs. */
export type Slugify = (text: string) => string;

/** The slug of a title; a title without a letter that a URL can hold becomes `product`, or what else it is. */
export function slugOf(title: string, slugify: Slugify, nameless = 'product'): string {
  return slugify(title) || nameless;
}

/**
 * What a new variation is called (rules 2.5): `shirt-m-red`. Unique is only what `takeUniqueName` makes of it.
 * Options whose names leave nothing behind are passed over.
 */
export function skuBase(
  productSlug: string,
  options: readonly { name: string }[],
  slugify: Slugify
): string {
  return shortenName(
    [productSlug, ...options.map(({ name }) => slugify(name))].filter(Boolean).join('-')
  );
}
