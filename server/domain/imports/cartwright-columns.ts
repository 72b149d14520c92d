import { NAME_COLUMNS } from './translated-names';

/** Our own dialect: what a product's page says in each language, `title` and `title:de`. */
export const PAGE_COLUMNS = [
  'title',
  'description',
  'content',
  'metaTitle',
  'metaDescription',
  'keywords',
  'status',
  'categories',
  'images',
  'related',
  'upsells',
] as const;

export const SHARED_COLUMNS = [
  'available',
  'publishFrom',
  'publishUntil',
  'taxClass',
  'inSitemap',
] as const;

export const VARIATION_COLUMNS = [
  'options',
  'sku',
  'default',
  'unitPrice',
  'salePrice',
  'saleFrom',
  'saleTo',
  'stock',
  'weight',
  'costPrice',
  'image',
] as const;

/** The header, in the order of an export. The slug of the default language names the product. */
export function cartwrightHeader(otherLocales: readonly string[]): string[] {
  return [
    'slug',
    ...PAGE_COLUMNS,
    ...SHARED_COLUMNS,
    ...VARIATION_COLUMNS,
    ...otherLocales.flatMap((locale) =>
      ['slug', ...PAGE_COLUMNS, ...NAME_COLUMNS].map((column) => `${column}:${locale}`)
    ),
  ];
}
