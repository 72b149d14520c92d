import { currencyDecimals } from '../money/currency';
import { type Amount, money } from '../money/money';
import { handPrice } from './hand-price';
import type { Variation } from './variation';

/** A value as it travels: amounts, weights and times as text, a picture by its document; null is empty. */
export type CellValue = string | number | boolean | null;

/** What an editor sets in the table of a product's variations. The sale price is the one set by hand. */
export const TABLE_FIELDS = [
  'unitPrice',
  'salePrice',
  'saleFrom',
  'saleTo',
  'sku',
  'stock',
  'weight',
  'costPrice',
  'image',
  'isDefault',
] as const;

export type TableField = (typeof TABLE_FIELDS)[number];
export type Cells = Record<TableField, CellValue>;

/** What an editor has changed in one row, and what was seen there before. */
export interface RowEdit {
  documentId: string;
  seen: Partial<Cells>;
  changes: Partial<Cells>;
}

/** The pictures that a product's variations can show: their rows by document. */
export type Pictures = ReadonlyMap<string, number>;

type Shown = Omit<Variation, 'id' | 'documentId' | 'productDocumentId' | 'position' | 'optionKey'>;

/** What a variation has in the cells of the table. */
export function cellsOf(variation: Shown, pictures: Pictures, currency: string): Cells {
  const hand = handPrice(variation);
  const amount = (value: Amount | null) => value && amountText(value, currency);
  const [picture] = [...pictures].find(([, id]) => id === variation.imageId) ?? [null];
  return {
    unitPrice: amount(variation.unitPrice),
    salePrice: amount(hand.salePrice),
    saleFrom: hand.saleFrom?.toISOString() ?? null,
    saleTo: hand.saleTo?.toISOString() ?? null,
    sku: variation.sku,
    stock: variation.stock,
    weight: variation.weight?.toFixed() ?? null,
    costPrice: amount(variation.costPrice),
    image: picture,
    isDefault: variation.isDefault,
  };
}

/** With all its decimals, also those that it has from a time when the shop had another currency. */
function amountText(amount: Amount, currency: string): string {
  return amount.toFixed(Math.max(currencyDecimals(currency), amount.decimalPlaces()));
}

const NUMBERS: readonly TableField[] = ['unitPrice', 'salePrice', 'costPrice', 'weight'];

/** "19.9" is "19.90", but as an SKU "010" is not "10". */
export function sameCell(field: TableField, a: CellValue, b: CellValue): boolean {
  if (a === b) return true;
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  return NUMBERS.includes(field) && isNumber(a) && isNumber(b) && money(a).eq(b);
}

const isNumber = (text: string) => /^\d+(\.\d+)?$/.test(text);
