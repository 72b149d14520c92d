import type { ListedProduct, OfferedVariation } from '../../domain/catalogue/card';
import type { ImageCopy } from '../../domain/catalogue/sellable';
import type { Connection } from '../database';
import { type ExtendedShelf, type ExtraFields, extraColumns, toExtra } from '../extra-fields';
import { TABLES } from '../tables';
import { readBoolean, readJson, readText } from '../values';
import { productColumns, type Row, toPrices, toProduct } from './cards';
import { inOrder } from './in-order';
import { FILE_COLUMNS, IMAGE_COLUMNS, toImage, withImage } from './pictures';
import { forSale, onShelf, type Shelf, visible } from './shelf';
import { unionAll } from './union';

/** What only the page of a product shows. */
export interface ProductPage {
  /** The row, to which the links of this language and state belong. */
  rowId: number;
  product: ListedProduct;
  available: boolean;
  content: unknown;
  seo: { metaTitle: string | null; metaDescription: string | null; keywords: string | null };
}

/** One statement. */
export async function findProductPage(
  db: Connection,
  shelf: ExtendedShelf,
  slug: string
): Promise<ProductPage | null> {
  const row = (await onShelf(db, shelf)
    .where('p.slug', slug)
    .orderBy('p.id')
    .first([
      ...productColumns(shelf),
      'p.id',
      'p.available',
      'p.content',
      'p.meta_title',
      'p.meta_description',
      'p.keywords',
    ])) as Row | undefined;
  if (!row) return null;
  return {
    rowId: Number(row.id),
    product: toProduct(row, shelf.extra),
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
  { locale, extra }: ExtendedShelf
): Promise<OfferedVariation[]> {
  const rows: Row[] = await withImage(
    forSale(db)
      .leftJoin(`${TABLES.variationOptions} as vo`, 'vo.product_variation_id', 'v.id')
      .leftJoin(`${TABLES.options} as o`, 'o.id', 'vo.product_option_id')
      .leftJoin(`${TABLES.options} as t`, (join) =>
        join.on('t.document_id', 'o.document_id').andOnVal('t.locale', locale)
      )
      .leftJoin(`${TABLES.variationImages} as vi`, 'vi.product_variation_id', 'v.id')
      .leftJoin(`${TABLES.images} as i`, 'i.id', 'vi.product_image_id')
  )
    .where('v.product_document_id', productDocumentId)
    .orderBy(['v.position', 'v.id', 'vo.product_option_ord', 'vo.id'])
    .select(
      'v.*',
      'o.type as option_type',
      'o.name as option_name',
      't.name as translated_name',
      ...extraColumns(extra.variation, 'v'),
      ...IMAGE_COLUMNS
    );

  const variations = new Map<string, OfferedVariation>();
  for (const row of rows) {
    const documentId = String(row.document_id);
    const variation = variations.get(documentId) ?? toVariation(row, extra);
    variations.set(documentId, variation);
    if (row.option_type !== null && row.option_type !== undefined) {
      const value = String(row.translated_name ?? row.option_name);
      variation.options.push({ type: String(row.option_type), value });
    }
  }
  return [...variations.values()];
}

export type DescribedImage = ImageCopy & { description: string | null };

/** What hangs on one product row, each in the editor's order. */
export interface Attachments {
  images: DescribedImage[];
  /** Those on the shelf. */
  categories: { slug: string; title: string }[];
}

/** Pictures and categories of one product row, in one statement since they are of a kind: a few short rows. */
export async function findAttachments(
  db: Connection,
  shelf: Shelf,
  rowId: number
): Promise<Attachments> {
  const images = withImage(
    db(`${TABLES.productImages} as l`).join(`${TABLES.images} as i`, 'i.id', 'l.product_image_id')
  )
    .where('l.product_id', rowId)
    .select(
      db.raw("'image' as kind"),
      'l.id as link',
      'l.product_image_ord as place',
      db.raw('NULL as slug'),
      db.raw('NULL as title'),
      ...IMAGE_COLUMNS
    );
  const categories = visible(
    db(`${TABLES.productCategories} as l`).join(
      `${TABLES.categories} as c`,
      'c.id',
      'l.category_id'
    ),
    'c',
    shelf
  )
    .where('l.product_id', rowId)
    .select(
      db.raw("'category' as kind"),
      'l.id as link',
      'l.category_ord as place',
      'c.slug',
      'c.title',
      ...['image_description', ...FILE_COLUMNS.map((column) => column.split(' as ')[1])].map(
        (column) => db.raw('NULL as ??', [String(column)])
      )
    );
  const rows = inOrder(await unionAll(db, [images, categories]));
  return {
    images: rows.flatMap((row) => {
      const image = toImage(row);
      return image ? [{ ...image, description: readText(row.image_description) }] : [];
    }),
    categories: rows
      .filter(({ kind }) => kind === 'category')
      .map(({ slug, title }) => ({ slug: String(slug), title: String(title) })),
  };
}

function toVariation(row: Row, extra: ExtraFields): OfferedVariation {
  return {
    documentId: String(row.document_id),
    sku: readText(row.sku),
    options: [],
    prices: toPrices(row),
    stock: row.stock === null ? null : Number(row.stock),
    isDefault: readBoolean(row.is_default),
    image: toImage(row),
    extra: toExtra(row, extra.variation),
  };
}
