import type { Amount } from '../money/money';
import { readAmount, readCount, readDate, readText, readWeight, stated } from './cells';
import type { DraftContext } from './dialect';
import { splitEscaped, unescapeText } from './escaping';
import type { PictureDraft, VariationFields } from './product-draft';
import type { ImportRow } from './row';

/** Grams of the unit that a heading names. */
const WEIGHTS: Record<string, string> = {
  weightKg: '1000',
  weightG: '1',
  weightLbs: '453.59237',
  weightOz: '28.349523125',
};

const DAY = 24 * 60 * 60 * 1000;

/** What is sold, from the line of a variation or of a simple product. */
export function woocommerceFields(
  row: ImportRow,
  product: ImportRow,
  { currency }: DraftContext
): Partial<VariationFields> {
  const salePrice = readAmount(row, 'salePrice', currency);
  return stated<VariationFields>({
    sku: readText(row, 'sku') || undefined,
    unitPrice: readAmount(row, 'regularPrice', currency),
    salePrice,
    // Dates without a price mean nothing.
    saleFrom: salePrice ? readDate(row, 'saleFrom') : salePrice,
    saleTo: salePrice ? endOfSale(row) : salePrice,
    stock: stockOf(row, product),
    weight: weightOf(row) ?? weightOf(product),
  });
}

/** The last day is still on sale; our windows end before their end. */
function endOfSale(row: ImportRow): Date | null | undefined {
  const end = readDate(row, 'saleTo');
  const isDay = readText(row, 'saleTo')?.length === '2026-03-31'.length;
  return end && isDay ? new Date(end.getTime() + DAY) : end;
}

/** Empty: not counted, unless it says that none is left. Backorders: it is sold whatever the count. */
function stockOf(row: ImportRow, product: ImportRow): number | null | undefined {
  const counted = stockWord(row) === 'parent' ? product : row;
  const backorders = readText(counted, 'backorders')?.toLowerCase();
  if (backorders === '1' || backorders === 'notify' || backorders === 'yes') return null;
  const stock = readCount(counted, 'stock', { clamped: true });
  const inStock = readText(row, 'inStock')?.toLowerCase();
  if (stock === null && (inStock === '0' || inStock === 'no')) return 0;
  return stock;
}

function weightOf(row: ImportRow): Amount | null | undefined {
  for (const [column, grams] of Object.entries(WEIGHTS)) {
    const weight = readWeight(row, column, grams);
    if (weight !== undefined) return weight;
  }
  return undefined;
}

export function woocommercePictures(row: ImportRow): PictureDraft[] | undefined {
  const cell = readText(row, 'images');
  if (cell === undefined) return undefined;
  return woocommerceList(cell ?? '').map((url) => ({ url }));
}

/** Words between commas; `\,` is a comma in a word. */
export function woocommerceList(cell: string): string[] {
  return splitEscaped(cell, ',')
    .map((word) => unescapeText(word).trim())
    .filter(Boolean);
}

/** `parent`: its units are counted on the product, for all variations together. */
export const stockWord = (row: ImportRow) => readText(row, 'stock')?.toLowerCase();
