import { inChunks } from './chunks';
import type { Connection } from './database';
import { readSalePrices } from './sale-prices';
import { TABLES } from './tables';
import { readAmount, readBoolean, readDate, readJson } from './values';

type Row = Record<string, unknown>;

/** A row's derived columns by name, in values that compare. */
export interface DerivedRow {
  name: string;
  values: Record<string, unknown>;
}

export async function findProductDocuments(db: Connection): Promise<string[]> {
  const products: Row[] = await db(TABLES.products).distinct('document_id as document');
  const orphans: Row[] = await db(TABLES.variations).distinct('product_document_id as document');
  return [...new Set([...products, ...orphans].map((row) => String(row.document)))].sort();
}

/** What editors call products: in this language, or in whichever they have. */
export async function findProductTitles(
  db: Connection,
  documents: readonly string[],
  locale: string
): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const chunk of inChunks(documents)) {
    const rows: Row[] = await db(TABLES.products)
      .whereIn('document_id', chunk)
      .whereNotNull('title')
      .orderBy('id')
      .select('document_id as document', 'title', 'locale');
    for (const { document, title, locale: language } of rows) {
      if (language === locale || !titles.has(String(document))) {
        titles.set(String(document), String(title));
      }
    }
  }
  return titles;
}

/** What the plugin derives for one product: on all its rows and variations, and which links those have. */
export async function readDerived(
  trx: Connection,
  productDocumentId: string
): Promise<DerivedRow[]> {
  const products: Row[] = await trx(TABLES.products).where({ document_id: productDocumentId });
  const variations: Row[] = await trx(TABLES.variations).where({
    product_document_id: productDocumentId,
  });
  const ids = variations.map((row) => Number(row.id));
  const optionLinks: Row[] = await trx(TABLES.variationOptions)
    .whereIn('product_variation_id', ids)
    .orderBy('product_option_id');
  const productLinks: Row[] = await trx(TABLES.variationProducts)
    .whereIn('product_variation_id', ids)
    .orderBy('product_id');
  const linked = (links: Row[], id: unknown, column: string) =>
    links.filter((link) => link.product_variation_id === id).map((link) => link[column]);

  return [
    ...products.map((row) => ({
      name: `product ${String(row.id)}`,
      values: {
        slug: row.slug,
        unitPrice: readAmount(row.unit_price),
        salePrice: readAmount(row.sale_price),
        saleFrom: readDate(row.sale_from),
        saleTo: readDate(row.sale_to),
        lowestPrice30d: readAmount(row.lowest_price_30_d),
        sku: row.sku,
        stock: row.stock,
        image: readJson(row.image),
        ratingCount: Number(row.rating_count ?? 0),
        ratingSum: Number(row.rating_sum ?? 0),
        ratingAverage: readAmount(row.rating_average),
      },
    })),
    ...variations.map((row) => ({
      name: `variation ${String(row.id)}`,
      values: {
        sku: row.sku,
        position: row.position,
        isDefault: readBoolean(row.is_default),
        retired: readBoolean(row.retired),
        ...readSalePrices(row),
        lowestPrice30d: readAmount(row.lowest_price_30_d),
        options: linked(optionLinks, row.id, 'product_option_id'),
        products: linked(productLinks, row.id, 'product_id'),
      },
    })),
  ];
}
