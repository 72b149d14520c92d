/** The types to which a site may add fields that the catalogue shows. */
export const EXTENDABLE = ['product', 'variation', 'category'] as const;

export type Extendable = (typeof EXTENDABLE)[number];

/** What a site's own fields of one product, variation or category say, by their names. */
export type ExtraValues = Record<string, unknown>;
