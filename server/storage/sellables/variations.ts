import type { Knex } from 'knex';

import { UIDS } from '../../../content-types/uids';
import type { ImageCopy, OptionChoice, Sellable } from '../../domain/catalogue/sellable';
import { ZERO } from '../../domain/money/money';
import type { Connection } from '../database';
import { matching, namedOptions, OPTION_NAME } from '../listings/search';
import { changeStock, lockVariations } from '../stock';
import { TABLES } from '../tables';
import { readAmount, readBoolean, readDate, readJson, readText } from '../values';
import { inBestWording, type SellableType, type TypeKeys, type Wording } from './sellable-type';

/** What the shop sells of its own. */
export const variationType: SellableType = {
  uid: UIDS.productVariation,
  hasSku: true,
  find: findVariations,
  search: searchVariations,
  lock: async (trx, documentIds) => {
    const locked = await lockVariations(trx, documentIds);
    return () => Promise.resolve(locked);
  },
  changeStock,
};

/**
 * Everything that a cart needs to know about variations, live, in one statement whatever their number.
 * A retired variation, or one whose product is not published or outside its window, comes back as not for
 * sale. One that does not exist does not come back.
 */
async function findVariations(
  db: Connection,
  { documentIds, named }: TypeKeys,
  wording: Wording,
  at: Date
): Promise<Sellable[]> {
  const all = [...documentIds, ...named.documentIds];
  if (all.length === 0 && named.skus.length === 0) return [];
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
    .modify((query) => {
      if (named.documentIds.length + named.skus.length > 0) joinOptions(query, named, wording);
    })
    .whereIn('v.document_id', all)
    .orWhereIn('v.sku', [...named.skus])
    .select(
      'v.document_id',
      'v.product_document_id',
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

  return [...groupBy(rows, 'document_id').values()].map((languages) => {
    const row = inBestWording(languages, wording);
    const options = languages.filter(({ locale }) => locale === row.locale).flatMap(toOption);
    return toSellable(row, options, at);
  });
}

/** By title in any language, by SKU, or by the name of an option. */
async function searchVariations(
  db: Connection,
  words: readonly string[],
  most: number,
  { locale, defaultLocale }: Wording
): Promise<string[]> {
  const query = db(`${TABLES.variations} as v`)
    .join(`${TABLES.products} as p`, (join) =>
      join.on('p.document_id', 'v.product_document_id').andOnNotNull('p.published_at')
    )
    .where('v.retired', false);
  for (const word of words) {
    const named = matching(namedOptions(db, locale ?? defaultLocale), OPTION_NAME, word)
      .join(`${TABLES.variationOptions} as vo`, 'vo.product_option_id', 'o.id')
      .select('vo.product_variation_id');
    query.where((any) => {
      any.where((one) => matching(one, 'p.title', word));
      any.orWhere((one) => matching(one, 'v.sku', word)).orWhereIn('v.id', named);
    });
  }
  const sku = words.join(' ').toLowerCase();
  const rows: { document_id: string }[] = await query
    .groupBy('v.document_id')
    .orderByRaw('MIN(CASE WHEN LOWER(v.sku) = ? THEN 0 ELSE 1 END), MIN(p.title), MIN(v.id)', [sku])
    .limit(most)
    .select('v.document_id');
  return rows.map(({ document_id }) => document_id);
}

/** The options of named variations, in the order of their types: a line copies them when it is made (rule 6.2). */
function joinOptions(
  query: Knex.QueryBuilder,
  { documentIds, skus }: TypeKeys['named'],
  { locale, defaultLocale }: Wording
): void {
  query
    .leftJoin(`${TABLES.variationOptions} as vo`, (join) => {
      join.on('vo.product_variation_id', 'v.id').andOn((isNamed) => {
        isNamed.onIn('v.document_id', [...documentIds]).orOnIn('v.sku', [...skus]);
      });
    })
    .leftJoin(`${TABLES.options} as o`, 'o.id', 'vo.product_option_id')
    .leftJoin(`${TABLES.options} as t`, (join) =>
      join.on('t.document_id', 'o.document_id').andOnVal('t.locale', locale ?? defaultLocale)
    )
    .orderBy([{ column: 'v.id' }, { column: 'vo.product_option_ord' }, { column: 'vo.id' }])
    .select('o.type as option_type', 'o.name as option_name', 't.name as option_translation');
}

function toOption({ option_type, option_name, option_translation }: Record<string, unknown>) {
  if (option_type === null || option_type === undefined) return [];
  return [{ type: String(option_type), value: String(option_translation ?? option_name) }];
}

function toSellable(row: Record<string, unknown>, options: OptionChoice[], at: Date): Sellable {
  const published = row.title !== null && row.title !== undefined;
  const from = readDate(row.publish_from);
  const until = readDate(row.publish_until);
  return {
    type: UIDS.productVariation,
    documentId: String(row.document_id),
    sku: readText(row.sku),
    description: readText(row.title) ?? '',
    options,
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
    productDocumentId: readText(row.product_document_id),
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

function groupBy(rows: Record<string, unknown>[], column: string) {
  const groups = new Map<unknown, Record<string, unknown>[]>();
  for (const row of rows) groups.set(row[column], [...(groups.get(row[column]) ?? []), row]);
  return groups;
}
