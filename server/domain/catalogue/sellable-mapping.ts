/**
 * How a content type of the host is sold (rules 6.9): for each thing that a cart asks about, the name of the field that
 * has it, or a function of the entry. A stock that is a field is counted by the shop and taken by an order; one that is
 * a function is told to the shopper and never taken.
 */
export interface SellableMapping<Entry = MappedEntry> {
  title: Mapped<Entry, string>;
  price: Mapped<Entry, string | number | null | undefined>;
  sku?: Mapped<Entry, string | null | undefined>;
  /** A field of media; a function returns such a field's value, or a URL. */
  image?: Mapped<Entry, unknown>;
  stock?: Mapped<Entry, number | null | undefined>;
  url?: Mapped<Entry, string | null | undefined>;
  taxClass?: Mapped<Entry, string | null | undefined>;
  /** Grams. */
  weight?: Mapped<Entry, string | number | null | undefined>;
  /** The relations that the functions look at; all of the first level when nobody says. */
  populate?: string[];
}

export type Mapped<Entry, Value> = string | ((entry: Entry) => Value);

/** An entry as the host's queries hand it out. A site knows its own types better than we do. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- `unknown` would make every mapping a cast
export type MappedEntry = any;

/** What can be mapped. */
export const MAPPED_KEYS = [
  'title',
  'price',
  'sku',
  'image',
  'stock',
  'url',
  'taxClass',
  'weight',
] as const satisfies (keyof SellableMapping)[];

export type MappedKey = (typeof MAPPED_KEYS)[number];
