import type { SalePrices } from '../domain/catalogue/hand-price';
import type { Amount } from '../domain/money/money';
import { inChunks } from './chunks';
import type { Connection } from './database';
import { TABLES } from './tables';
import { readAmount, readBoolean, readDate, readText, writeAmount } from './values';

type Row = Record<string, unknown>;

/** What is decided about a variation, and written onto it. */
export interface ShownPrices extends SalePrices {
  lowestPrice30d: Amount | null;
}

/** A variation as far as sales ask. */
export interface SaleVariation extends ShownPrices {
  id: number;
  documentId: string;
  productDocumentId: string;
  optionKey: string;
  retired: boolean;
  unitPrice: Amount | null;
}

/** The variations of products, locked in the order of their ids like everywhere. */
export async function lockSaleVariations(
  trx: Connection,
  products: readonly string[]
): Promise<SaleVariation[]> {
  const rows: Row[] = await ofProducts(trx, products).orderBy('id').forUpdate().select(COLUMNS);
  return rows.map(toSaleVariation);
}

/** What a preview shows of a variation beside its prices. */
export interface PreviewedVariation extends SaleVariation {
  sku: string | null;
  costPrice: Amount | null;
  position: number;
}

/** The variations of products as they are, without keeping anybody from them. */
export async function readSaleVariations(
  db: Connection,
  products: readonly string[]
): Promise<PreviewedVariation[]> {
  const rows: Row[] = await ofProducts(db, products)
    .orderBy('id')
    .select([...COLUMNS, 'sku', 'cost_price', 'position']);
  return rows.map((row) => ({
    ...toSaleVariation(row),
    sku: readText(row.sku),
    costPrice: readAmount(row.cost_price),
    position: Number(row.position ?? 0),
  }));
}

const COLUMNS = [
  'id',
  'document_id',
  'product_document_id',
  'option_key',
  'retired',
  'unit_price',
  'sale_price',
  'sale_from',
  'sale_to',
  'sale_id',
  'hand_sale_price',
  'hand_sale_from',
  'hand_sale_to',
  'lowest_price_30_d',
];

const ofProducts = (db: Connection, products: readonly string[]) =>
  db(TABLES.variations).whereIn('product_document_id', [...products]);

const toSaleVariation = (row: Row): SaleVariation => ({
  id: Number(row.id),
  documentId: String(row.document_id),
  productDocumentId: String(row.product_document_id),
  optionKey: String(row.option_key ?? ''),
  retired: readBoolean(row.retired),
  unitPrice: readAmount(row.unit_price),
  ...readSalePrices(row),
  lowestPrice30d: readAmount(row.lowest_price_30_d),
});

export function readSalePrices(row: Row): SalePrices {
  return {
    salePrice: readAmount(row.sale_price),
    saleFrom: readDate(row.sale_from),
    saleTo: readDate(row.sale_to),
    saleId: row.sale_id === null || row.sale_id === undefined ? null : String(row.sale_id),
    handSalePrice: readAmount(row.hand_sale_price),
    handSaleFrom: readDate(row.hand_sale_from),
    handSaleTo: readDate(row.hand_sale_to),
  };
}

export interface SalePriceChange {
  id: number;
  prices: ShownPrices;
}

/** Writes the sale prices of variations: one statement for a hundred in the same windows, whatever each costs. */
export async function writeSalePrices(
  trx: Connection,
  changes: readonly SalePriceChange[]
): Promise<void> {
  const groups = new Map<string, SalePriceChange[]>();
  for (const change of changes) {
    const { saleFrom, saleTo, saleId, handSaleFrom, handSaleTo } = change.prices;
    const key = JSON.stringify([saleFrom, saleTo, saleId, handSaleFrom, handSaleTo]);
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  for (const group of groups.values()) {
    for (const chunk of inChunks(group)) await writeGroup(trx, chunk);
  }
}

async function writeGroup(trx: Connection, group: SalePriceChange[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  const { prices } = first;
  const cases = group.map(() => 'WHEN ? THEN CAST(? AS DECIMAL(19,4))').join(' ');
  const amounts = (of: (prices: ShownPrices) => Amount | null) =>
    trx.raw(
      `CASE id ${cases} END`,
      group.flatMap((change) => [change.id, writeAmount(of(change.prices))])
    );
  await trx(TABLES.variations)
    .whereIn(
      'id',
      group.map(({ id }) => id)
    )
    .update({
      sale_price: amounts(({ salePrice }) => salePrice),
      sale_from: prices.saleFrom,
      sale_to: prices.saleTo,
      sale_id: prices.saleId,
      hand_sale_price: amounts(({ handSalePrice }) => handSalePrice),
      hand_sale_from: prices.handSaleFrom,
      hand_sale_to: prices.handSaleTo,
      lowest_price_30_d: amounts(({ lowestPrice30d }) => lowestPrice30d),
    });
}

const COPIED = [
  'unit_price',
  'sale_price',
  'sale_from',
  'sale_to',
  'lowest_price_30_d',
  'stock',
  'sku',
];

/** The products' copies of their default variations, on all their rows, in one statement (rule 3.2). */
export async function refreshPriceCopies(
  trx: Connection,
  products: readonly string[]
): Promise<void> {
  const ofDefault = (column: string) =>
    trx(`${TABLES.variations} as v`)
      .where('v.product_document_id', trx.ref(`${TABLES.products}.document_id`))
      .where('v.is_default', true)
      .max(`v.${column}`);
  await trx(TABLES.products)
    .whereIn('document_id', [...products])
    .update(Object.fromEntries(COPIED.map((column) => [column, ofDefault(column)])));
}
