import { currentPrice } from '../../domain/catalogue/current-price';
import { countingRow } from '../../domain/catalogue/follow-ticks';
import { sortOptions } from '../../domain/catalogue/option';
import { optionsOfKey } from '../../domain/catalogue/option-key';
import { imageCopy } from '../../domain/catalogue/product-copy';
import type { ImageCopy, OptionChoice } from '../../domain/catalogue/sellable';
import { type Cells, cellsOf } from '../../domain/catalogue/table-cells';
import type { Amount } from '../../domain/money/money';
import type { Variation } from '../../domain/catalogue/variation';
import type { Connection } from '../../storage/database';
import { readImages } from '../../storage/images';
import { readOptionRows } from '../../storage/options';
import { type ProductRow, readProductRows } from '../../storage/products';
import { readSaleTitles } from '../../storage/variation-table';
import { readVariations } from '../../storage/variations';
import type { CatalogueContext } from './context';
import { optionRowIn } from './product-state';

export interface TableRow {
  documentId: string;
  options: OptionChoice[];
  retired: boolean;
  cells: Cells;
  /** The sale whose price is shown, or will be once it begins; null when what was set by hand stands. */
  sale: TableSale | null;
}

export interface TableSale {
  title: string;
  price: Amount | null;
  from: Date | null;
  to: Date | null;
  onNow: boolean;
}

export interface VariationTable {
  rows: TableRow[];
  pictures: { documentId: string; image: ImageCopy | null }[];
}

/** A product's variations as an editor changes them together; undefined when there is no such product. */
export async function readTable(
  { settings, defaultLocale: readDefaultLocale, now }: CatalogueContext,
  db: Connection,
  productDocumentId: string
): Promise<VariationTable | undefined> {
  const rows = await readProductRows(db, productDocumentId);
  if (rows.length === 0) return undefined;
  const variations = await readVariations(db, productDocumentId);
  const pictures = await readPictures(db, rows, variations);
  const documentIds = variations.flatMap(({ optionKey }) => optionsOfKey(optionKey));
  const optionRows = await readOptionRows(db, {
    rowIds: [],
    documentIds: [...new Set(documentIds)],
  });
  const saleIds = variations.flatMap(({ saleId }) => saleId ?? []);
  const titles = await readSaleTitles(db, [...new Set(saleIds)]);
  const defaultLocale = await readDefaultLocale();

  const optionsOf = ({ optionKey }: Variation) => {
    const found = optionsOfKey(optionKey).flatMap(
      (id) => optionRowIn({ optionRows, defaultLocale }, id, defaultLocale) ?? []
    );
    return sortOptions(found, settings.optionTypes).map(({ type, name }) => ({
      type,
      value: name,
    }));
  };
  const saleOf = (variation: Variation): TableSale | null => {
    const { saleId, salePrice: price, saleFrom: from, saleTo: to } = variation;
    if (saleId === null) return null;
    const onNow = currentPrice(variation, now()).onSale;
    return { title: titles.get(saleId) ?? '', price, from, to, onNow };
  };
  const live = variations.filter(({ retired }) => !retired);
  const gone = variations.filter(({ retired }) => retired);
  return {
    rows: [...live, ...gone].map((variation) => ({
      documentId: variation.documentId,
      options: optionsOf(variation),
      retired: variation.retired,
      cells: cellsOf(variation, pictures.rowOf, settings.currency),
      sale: saleOf(variation),
    })),
    pictures: pictures.shown,
  };
}

/** The product's pictures in their order, as drafted, then those that only a variation has. */
export async function readPictures(
  db: Connection,
  rows: readonly ProductRow[],
  variations: readonly Variation[]
): Promise<{ rowOf: Map<string, number>; shown: VariationTable['pictures'] }> {
  const { byRow, byId } = await readImages(db, {
    productRowIds: rows.map(({ id }) => id),
    imageIds: [...new Set(variations.flatMap(({ imageId }) => imageId ?? []))],
  });
  const inOrder = [...rows]
    .sort((a, b) => Number(a.published) - Number(b.published))
    .flatMap(({ id }) => byRow.get(id) ?? []);
  const images = new Map([...inOrder, ...byId.values()].map((image) => [image.documentId, image]));
  return {
    rowOf: new Map([...images].map(([documentId, { id }]) => [documentId, id])),
    shown: [...images].map(([documentId, image]) => ({ documentId, image: imageCopy(image) })),
  };
}

/** What the product is called: in the language that counts, as drafted. */
export async function readTitle(
  { defaultLocale }: CatalogueContext,
  db: Connection,
  productDocumentId: string
): Promise<{ title: string | null } | undefined> {
  const rows = await readProductRows(db, productDocumentId);
  return countingRow(rows, await defaultLocale());
}
