import { isUniqueViolation } from './database';

/** SQLite names the columns, PostgreSQL and MySQL the index. */
const SIGNS = {
  sku: ['cartwright_variations_sku_uq', 'cartwright_product_variations.sku'],
  combination: [
    'cartwright_variations_option_key_uq',
    'cartwright_product_variations.product_document_id',
  ],
  option: ['cartwright_options_name_uq', 'cartwright_product_options.type'],
};

export type CatalogueIndex = keyof typeof SIGNS;

/** Which unique index of the catalogue an error of the database comes from, if any. */
export function violatedIndex(error: unknown): CatalogueIndex | undefined {
  if (!isUniqueViolation(error)) return undefined;
  const { message, constraint } = error as { message?: string; constraint?: string };
  const text = `${message ?? ''} ${constraint ?? ''}`;
  return (Object.keys(SIGNS) as CatalogueIndex[]).find((index) =>
    SIGNS[index].some((sign) => text.includes(sign))
  );
}
