import type { ImageCopy, OptionChoice } from '../domain/catalogue/sellable';
import type { Connection } from './database';
import { IMAGE_COLUMNS, toImage, withImage } from './listings/pictures';
import { TABLES } from './tables';
import { readJson, readText } from './values';

/** A variation as staff know it: by its SKU, its product's title, its options and its picture. */
export interface StockRow {
  documentId: string;
  productDocumentId: string;
  sku: string | null;
  title: string | null;
  options: OptionChoice[];
  image: ImageCopy | null;
  stock: number | null;
}

/** In one statement, whatever their number; titles as they are drafted in that language. In the order asked for. */
export async function findStockRows(
  db: Connection,
  documentIds: readonly string[],
  locale: string
): Promise<StockRow[]> {
  const query = db(`${TABLES.variations} as v`)
    .leftJoin(`${TABLES.products} as p`, (join) =>
      join
        .on('p.document_id', 'v.product_document_id')
        .andOnVal('p.locale', locale)
        .andOnNull('p.published_at')
    )
    .leftJoin(`${TABLES.variationOptions} as vo`, 'vo.product_variation_id', 'v.id')
    .leftJoin(`${TABLES.options} as o`, 'o.id', 'vo.product_option_id')
    .leftJoin(`${TABLES.variationImages} as vi`, 'vi.product_variation_id', 'v.id')
    .leftJoin(`${TABLES.images} as i`, 'i.id', 'vi.product_image_id');
  const rows = (await withImage(query)
    .whereIn('v.document_id', [...documentIds])
    .orderBy(['v.id', 'vo.product_option_ord', 'vo.id'])
    .select(
      'v.document_id',
      'v.product_document_id',
      'v.sku',
      'v.stock',
      'p.title',
      'p.image as product_image',
      'o.type as option_type',
      'o.name as option_name',
      ...IMAGE_COLUMNS
    )) as Record<string, unknown>[];
  return documentIds.flatMap((documentId) => {
    const own = rows.filter((row) => row.document_id === documentId);
    const [first] = own;
    return first ? [stockRowOf(documentId, first, own)] : [];
  });
}

function stockRowOf(
  documentId: string,
  row: Record<string, unknown>,
  withOptions: Record<string, unknown>[]
): StockRow {
  return {
    documentId,
    productDocumentId: String(row.product_document_id),
    sku: readText(row.sku),
    title: readText(row.title),
    options: withOptions.flatMap(({ option_type, option_name }) =>
      option_type ? [{ type: String(option_type), value: String(option_name) }] : []
    ),
    image: toImage(row) ?? readJson<ImageCopy>(row.product_image),
    stock: row.stock === null ? null : Number(row.stock),
  };
}
