import { UIDS } from '../../content-types/uids';
import type { ImageCopy, OptionChoice, Sellable } from '../domain/catalogue/sellable';
import { ZERO } from '../domain/money/money';
import type { Connection } from './database';
import { TABLES } from './tables';
import { readAmount, readBoolean, readDate, readJson, readText } from './values';

/** The languages to describe a thing in: the wanted one, else the shop's default. */
export interface Wording {
  locale: string | null;
  defaultLocale: string;
}

export interface VariationKeys {
  documentIds: readonly string[];
  skus: readonly string[];
}

/**
 * Everything that a cart needs to know about variations, live, in one statement whatever their number.
 * A retired variation, or one whose product is not published or outside its window, comes back as not for
 * sale. One that does not exist does not come back.
 */
export async function findVariations(
  db: Connection,
  keys: VariationKeys,
  wording: Wording,
  at: Date
): Promise<Sellable[]> {
  if (keys.documentIds.length === 0 && keys.skus.length === 0) return [];
  const rows = (await db(`${TABLES.variations} as v`)
    .leftJoin(`${TABLES.products} as p`, (join) =>
      join.on('p.document_id', 'v.product_document_id').andOnNotNull('p.published_at')
    )
    .leftJoin(`${TABLES.variationImages} as vi`, 'vi.product_variation_id', 'v.id')
    .leftJoin(`${TABLES.images} as i`, 'i.id', 'vi.product_image_id')
    .leftJoin(`${TABLES.fileLinks} as fl`, (join) =>
      join
        .on('fl.related_id', 'i.id')
        .andOnVal('fl.related_type', UIDS.productImage)
        .andOnVal('fl.field', 'file')
    )
    .leftJoin(`${TABLES.files} as f`, 'f.id', 'fl.file_id')
    .whereIn('v.document_id', [...keys.documentIds])
    .orWhereIn('v.sku', [...keys.skus])
    .select(
      'v.document_id',
      'v.sku',
      'v.unit_price',
      'v.sale_price',
      'v.sale_from',
      'v.sale_to',
      'v.stock',
      'v.retired',
      'v.weight',
      'p.locale',
      'p.title',
      'p.slug',
      'p.available',
      'p.publish_from',
      'p.publish_until',
      'p.tax_class',
      'p.image as product_image',
      'i.description as image_description',
      'f.url as image_url',
      'f.alternative_text as image_alternative_text',
      'f.width as image_width',
      'f.height as image_height',
      'f.formats as image_formats'
    )) as Record<string, unknown>[];

  return [...groupBy(rows, 'document_id').values()].map((languages) =>
    toSellable(bestWording(languages, wording), at)
  );
}

/** The options of variations in words, in the order of their types; one statement whatever their number. */
export async function findVariationOptions(
  db: Connection,
  documentIds: readonly string[],
  wording: Wording
): Promise<Map<string, OptionChoice[]>> {
  const found = new Map<string, OptionChoice[]>();
  if (documentIds.length === 0) return found;
  const rows = (await db(`${TABLES.variations} as v`)
    .join(`${TABLES.variationOptions} as vo`, 'vo.product_variation_id', 'v.id')
    .join(`${TABLES.options} as o`, 'o.id', 'vo.product_option_id')
    .leftJoin(`${TABLES.options} as t`, (join) =>
      join
        .on('t.document_id', 'o.document_id')
        .andOnVal('t.locale', wording.locale ?? wording.defaultLocale)
    )
    .whereIn('v.document_id', [...documentIds])
    .orderBy([{ column: 'v.id' }, { column: 'vo.product_option_ord' }, { column: 'vo.id' }])
    .select('v.document_id', 'o.type', 'o.name', 't.name as translated_name')) as Record<
    string,
    unknown
  >[];
  for (const row of rows) {
    const documentId = String(row.document_id);
    const choice = { type: String(row.type), value: String(row.translated_name ?? row.name) };
    found.set(documentId, [...(found.get(documentId) ?? []), choice]);
  }
  return found;
}

function toSellable(row: Record<string, unknown>, at: Date): Sellable {
  const published = row.title !== null && row.title !== undefined;
  const from = readDate(row.publish_from);
  const until = readDate(row.publish_until);
  return {
    type: UIDS.productVariation,
    documentId: String(row.document_id),
    sku: readText(row.sku),
    description: readText(row.title) ?? '',
    url: readText(row.slug),
    image: imageOf(row),
    forSale:
      published &&
      !readBoolean(row.retired) &&
      readBoolean(row.available) &&
      (from === null || from <= at) &&
      (until === null || at < until),
    prices: {
      unitPrice: readAmount(row.unit_price),
      salePrice: readAmount(row.sale_price),
      saleFrom: readDate(row.sale_from),
      saleTo: readDate(row.sale_to),
    },
    stock: row.stock === null ? null : Number(row.stock),
    taxClass: readText(row.tax_class),
    weight: readAmount(row.weight) ?? ZERO,
  };
}

function imageOf(row: Record<string, unknown>): ImageCopy | null {
  if (!row.image_url) return readJson<ImageCopy>(row.product_image);
  return {
    url: String(row.image_url),
    alternativeText: readText(row.image_description) ?? readText(row.image_alternative_text),
    width: row.image_width === null ? null : Number(row.image_width),
    height: row.image_height === null ? null : Number(row.image_height),
    formats: readJson<Record<string, unknown>>(row.image_formats),
  };
}

function bestWording(rows: Record<string, unknown>[], wording: Wording): Record<string, unknown> {
  const inLocale = (locale: string | null) => rows.find((row) => row.locale === locale);
  return inLocale(wording.locale) ?? inLocale(wording.defaultLocale) ?? rows[0] ?? {};
}

function groupBy(rows: Record<string, unknown>[], column: string) {
  const groups = new Map<unknown, Record<string, unknown>[]>();
  for (const row of rows) groups.set(row[column], [...(groups.get(row[column]) ?? []), row]);
  return groups;
}
