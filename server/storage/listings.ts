import type { Knex } from 'knex';

import { UIDS } from '../../content-types/uids';
import type { ListedProduct, OfferedVariation, PriceRange } from '../domain/catalogue/card';
import type { ImageCopy } from '../domain/catalogue/sellable';
import type { Connection } from './database';
import { TABLES } from './tables';
import { readAmount, readBoolean, readDate, readJson, readText } from './values';

/** What a shop front reads of the catalogue: published, within its window, in one language. */
export interface Shelf {
  locale: string;
  at: Date;
}

export type ListOrder = 'newest' | 'price:asc' | 'price:desc' | 'title:asc' | 'title:desc';

export interface Page {
  order: ListOrder;
  page: number;
  pageSize: number;
}

type Row = Record<string, unknown>;

const CARD_COLUMNS = [
  'document_id',
  'slug',
  'title',
  'description',
  'sku',
  'image',
  'unit_price',
  'sale_price',
  'sale_from',
  'sale_to',
  'rating_average',
  'rating_count',
].map((column) => `p.${column}`);

/** One page of products and how many there are in all: two statements. */
export async function listProducts(
  db: Connection,
  shelf: Shelf,
  { order, page, pageSize }: Page
): Promise<{ products: ListedProduct[]; total: number }> {
  const counted = await onShelf(db, shelf).count('* as total').first();
  const rows = await sorted(onShelf(db, shelf), order, shelf.at)
    .select(CARD_COLUMNS)
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { products: rows.map(toProduct), total: Number(counted?.total ?? 0) };
}

/** Price range and stock over the variations for sale of a page of products: one statement. */
export async function findPriceRanges(
  db: Connection,
  productDocumentIds: readonly string[],
  at: Date
): Promise<Map<string, PriceRange>> {
  if (productDocumentIds.length === 0) return new Map();
  const rows: Row[] = await db(`${TABLES.variations} as v`)
    .whereIn('v.product_document_id', [...productDocumentIds])
    .where('v.retired', false)
    .groupBy('v.product_document_id')
    .select(
      'v.product_document_id',
      db.raw('MIN(?) as price_min', [currentPriceColumn(db, 'v', at)]),
      db.raw('MAX(?) as price_max', [currentPriceColumn(db, 'v', at)]),
      db.raw('MAX(CASE WHEN v.stock IS NULL OR v.stock > 0 THEN 1 ELSE 0 END) as in_stock')
    );
  return new Map(
    rows.map((row) => [
      String(row.product_document_id),
      {
        priceMin: readAmount(row.price_min),
        priceMax: readAmount(row.price_max),
        inStock: Number(row.in_stock) === 1,
      },
    ])
  );
}

/** What only the page of a product shows. */
export interface ProductPage {
  /** The row, to which the links of this language and state belong. */
  rowId: number;
  product: ListedProduct;
  available: boolean;
  content: unknown;
  seo: { metaTitle: string | null; metaDescription: string | null; keywords: string | null };
}

export async function findProductPage(
  db: Connection,
  shelf: Shelf,
  slug: string
): Promise<ProductPage | null> {
  const row: Row | undefined = await onShelf(db, shelf)
    .where('p.slug', slug)
    .orderBy('p.id')
    .first([
      ...CARD_COLUMNS,
      'p.id',
      'p.available',
      'p.content',
      'p.meta_title',
      'p.meta_description',
      'p.keywords',
    ]);
  if (!row) return null;
  return {
    rowId: Number(row.id),
    product: toProduct(row),
    available: readBoolean(row.available),
    content: readJson(row.content),
    seo: {
      metaTitle: readText(row.meta_title),
      metaDescription: readText(row.meta_description),
      keywords: readText(row.keywords),
    },
  };
}

/** The variations for sale of one product, in their order, with options and own pictures: one statement. */
export async function findOfferedVariations(
  db: Connection,
  productDocumentId: string,
  locale: string
): Promise<OfferedVariation[]> {
  const rows: Row[] = await withImage(
    db(`${TABLES.variations} as v`)
      .leftJoin(`${TABLES.variationOptions} as vo`, 'vo.product_variation_id', 'v.id')
      .leftJoin(`${TABLES.options} as o`, 'o.id', 'vo.product_option_id')
      .leftJoin(`${TABLES.options} as t`, (join) =>
        join.on('t.document_id', 'o.document_id').andOnVal('t.locale', locale)
      )
      .leftJoin(`${TABLES.variationImages} as vi`, 'vi.product_variation_id', 'v.id')
      .leftJoin(`${TABLES.images} as i`, 'i.id', 'vi.product_image_id')
  )
    .where('v.product_document_id', productDocumentId)
    .where('v.retired', false)
    .orderBy(['v.position', 'v.id', 'vo.product_option_ord', 'vo.id'])
    .select(
      'v.*',
      'o.type as option_type',
      'o.name as option_name',
      't.name as translated_name',
      ...IMAGE_COLUMNS
    );

  const variations = new Map<string, OfferedVariation>();
  for (const row of rows) {
    const documentId = String(row.document_id);
    const variation = variations.get(documentId) ?? toVariation(row);
    variations.set(documentId, variation);
    if (row.option_type !== null && row.option_type !== undefined) {
      const value = String(row.translated_name ?? row.option_name);
      variation.options.push({ type: String(row.option_type), value });
    }
  }
  return [...variations.values()];
}

/** The pictures of one product row, in their order. */
export async function findImages(
  db: Connection,
  rowId: number
): Promise<(ImageCopy & { description: string | null })[]> {
  const rows: Row[] = await withImage(
    db(`${TABLES.productImages} as pi`).join(`${TABLES.images} as i`, 'i.id', 'pi.product_image_id')
  )
    .where('pi.product_id', rowId)
    .orderBy(['pi.product_image_ord', 'pi.id'])
    .select(IMAGE_COLUMNS);
  return rows.flatMap((row) => {
    const image = toImage(row);
    return image ? [{ ...image, description: readText(row.image_description) }] : [];
  });
}

/** The published categories that one product row is assigned to. */
export async function findCategories(
  db: Connection,
  rowId: number
): Promise<{ slug: string; title: string }[]> {
  const rows: Row[] = await db(`${TABLES.productCategories} as pc`)
    .join(`${TABLES.categories} as c`, 'c.id', 'pc.category_id')
    .where('pc.product_id', rowId)
    .whereNotNull('c.published_at')
    .orderBy(['pc.category_ord', 'pc.id'])
    .select('c.slug', 'c.title');
  return rows.map((row) => ({ slug: String(row.slug), title: String(row.title) }));
}

/** The products on the shelf that one product row points to, in its order. */
export async function findLinked(
  db: Connection,
  shelf: Shelf,
  rowId: number
): Promise<{ related: ListedProduct[]; upsells: ListedProduct[] }> {
  const linked = (table: string, kind: string) =>
    onShelf(db, shelf)
      .join(`${table} as l`, 'l.inv_product_id', 'p.id')
      .where('l.product_id', rowId)
      .select([...CARD_COLUMNS, 'l.product_ord as position', db.raw('? as kind', [kind])]);
  const rows: Row[] = [
    ...(await linked(TABLES.productRelated, 'related')),
    ...(await linked(TABLES.productUpsells, 'upsells')),
  ];
  const of = (kind: string) =>
    rows
      .filter((row) => row.kind === kind)
      .sort((a, b) => Number(a.position) - Number(b.position))
      .map(toProduct);
  return { related: of('related'), upsells: of('upsells') };
}

function onShelf(db: Connection, { locale, at }: Shelf) {
  return db(`${TABLES.products} as p`)
    .where('p.locale', locale)
    .whereNotNull('p.published_at')
    .whereNotNull('p.slug')
    .where((open) => open.whereNull('p.publish_from').orWhere('p.publish_from', '<=', at))
    .where((open) => open.whereNull('p.publish_until').orWhere('p.publish_until', '>', at));
}

/** Ties are broken by the document, so that no product is on two pages. */
function sorted<Query extends Knex.QueryBuilder>(query: Query, order: ListOrder, at: Date): Query {
  const [key, direction = 'asc'] = order.split(':') as [string, ('asc' | 'desc')?];
  if (key === 'title') query.orderBy('p.title', direction);
  else if (key === 'price') {
    const price = currentPriceColumn(query.client as unknown as Knex, 'p', at);
    // Products without a price come last, whichever way the prices run.
    query.orderByRaw('CASE WHEN ? IS NULL THEN 1 ELSE 0 END', [price]);
    query.orderByRaw(`? ${direction}`, [price]);
  } else query.orderBy('p.created_at', 'desc');
  return query.orderBy('p.document_id') as Query;
}

/** Rule 3.1 in SQL, for sorting and grouping only. No arithmetic: it picks one of two columns. */
function currentPriceColumn(db: { raw: Knex['raw'] }, alias: string, at: Date) {
  return db.raw(
    `CASE WHEN ${alias}.sale_price IS NOT NULL
       AND (${alias}.sale_from IS NULL OR ${alias}.sale_from <= ?)
       AND (${alias}.sale_to IS NULL OR ${alias}.sale_to > ?)
     THEN ${alias}.sale_price ELSE ${alias}.unit_price END`,
    [at, at]
  );
}

const IMAGE_COLUMNS = [
  'i.description as image_description',
  'f.url as image_url',
  'f.alternative_text as image_alternative_text',
  'f.width as image_width',
  'f.height as image_height',
  'f.formats as image_formats',
];

/** Joins the file of the picture `i`. */
function withImage(query: Knex.QueryBuilder) {
  return query
    .leftJoin(`${TABLES.fileLinks} as fl`, (join) =>
      join
        .on('fl.related_id', 'i.id')
        .andOnVal('fl.related_type', UIDS.productImage)
        .andOnVal('fl.field', 'file')
    )
    .leftJoin(`${TABLES.files} as f`, 'f.id', 'fl.file_id');
}

function toImage(row: Row): ImageCopy | null {
  if (!row.image_url) return null;
  return {
    url: String(row.image_url),
    alternativeText: readText(row.image_description) ?? readText(row.image_alternative_text),
    width: row.image_width === null ? null : Number(row.image_width),
    height: row.image_height === null ? null : Number(row.image_height),
    formats: readJson<Record<string, unknown>>(row.image_formats),
  };
}

function toPrices(row: Row) {
  return {
    unitPrice: readAmount(row.unit_price),
    salePrice: readAmount(row.sale_price),
    saleFrom: readDate(row.sale_from),
    saleTo: readDate(row.sale_to),
  };
}

function toProduct(row: Row): ListedProduct {
  return {
    documentId: String(row.document_id),
    slug: String(row.slug),
    title: String(row.title),
    description: readText(row.description),
    sku: readText(row.sku),
    image: readJson<ImageCopy>(row.image),
    prices: toPrices(row),
    rating: {
      average: row.rating_average === null ? null : Number(row.rating_average),
      count: Number(row.rating_count ?? 0),
    },
  };
}

function toVariation(row: Row): OfferedVariation {
  return {
    documentId: String(row.document_id),
    sku: readText(row.sku),
    options: [],
    prices: toPrices(row),
    stock: row.stock === null ? null : Number(row.stock),
    isDefault: readBoolean(row.is_default),
    image: toImage(row),
  };
}
