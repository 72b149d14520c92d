/**
 * A sale is written onto prices when it is saved, days before it begins. Until then it is nobody's business: outside
 * [saleFrom, saleTo) these fields are null to a front end, as if they were not filled.
 */
export const SALE_FIELDS = ['salePrice', 'saleFrom', 'saleTo', 'lowestPrice30d'] as const;

/** What says whether a thing is on sale: it must be read even where only the sale's price is asked for. */
const DECIDE = ['salePrice', 'saleFrom', 'saleTo'];

export const tellsOfSale = (field: string) => (SALE_FIELDS as readonly string[]).includes(field);

export function withSaleWindow(fields: readonly string[]): string[] {
  return fields.some(tellsOfSale) ? [...new Set([...fields, ...DECIDE])] : [...fields];
}

type Fields = Record<string, unknown>;

/** 15.00 from noon: `salePrice` is null at 11:59, 15.00 at 12:00. What was read only to decide goes out again. */
export function hideComingSale(row: Fields, asked: readonly string[] | null, at: Date): Fields {
  const onSale = isOnSale(row, at);
  const shown = Object.entries(row).flatMap(([field, value]) => {
    if (!tellsOfSale(field)) return [[field, value]];
    if (asked && !asked.includes(field)) return [];
    return [[field, onSale ? value : null]];
  });
  return Object.fromEntries(shown) as Fields;
}

function isOnSale({ salePrice, saleFrom, saleTo }: Fields, at: Date): boolean {
  if (salePrice === null || salePrice === undefined) return false;
  return (!saleFrom || instant(saleFrom) <= at) && (!saleTo || at < instant(saleTo));
}

function instant(value: unknown): Date {
  return value instanceof Date ? value : new Date(value as string | number);
}
