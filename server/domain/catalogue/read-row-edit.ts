import { type InputIssue, isCommerceError } from '../errors';
import { type Amount, money } from '../money/money';
import { parseAmount } from '../money/parse-amount';
import { handPrice, sameSalePrice, type SalePrice } from './hand-price';
import type { Pictures, RowEdit, TableField } from './table-cells';
import type { Variation } from './variation';
import { checkPrices } from './variation-input';

/** A variation as the table leaves it, its sale price being the one set by hand. */
export interface RowChange extends SalePrice {
  variation: Variation;
  unitPrice: Amount | null;
  sku: string | null;
  stock: number | null;
  weight: Amount | null;
  costPrice: Amount | null;
  imageId: number | null;
  makeDefault: boolean;
}

/** Grams as the column holds them. */
const WEIGHT = /^\d{1,9}(\.\d{1,3})?$/;

/**
 * Puts the cells of an editor into a row, and names all that are wrong. A cell that was not changed is as it was, and is
 * not asked about: a price that a sale has displaced may be above a unit price that has fallen since.
 */
export function readRowEdit(
  variation: Variation,
  { changes }: RowEdit,
  { pictures, currency }: { pictures: Pictures; currency: string }
): { change: RowChange; issues: InputIssue[] } {
  const issues: InputIssue[] = [];
  const read = <Value>(field: TableField, before: Value, parse: (value: string) => Value) => {
    const value = changes[field];
    if (value === undefined) return before;
    if (value === null) return null;
    try {
      return parse(String(value));
    } catch (error) {
      issues.push({ path: field, message: messageOf(error) });
      return before;
    }
  };
  const amount = (field: TableField, before: Amount | null) =>
    read(field, before, (value) => parseAmount(value, currency, field));

  const hand = handPrice(variation);
  const change: RowChange = {
    variation,
    unitPrice: amount('unitPrice', variation.unitPrice),
    salePrice: amount('salePrice', hand.salePrice),
    saleFrom: read('saleFrom', hand.saleFrom, (value) => new Date(value)),
    saleTo: read('saleTo', hand.saleTo, (value) => new Date(value)),
    sku: read('sku', variation.sku, (value) => value),
    stock: read('stock', variation.stock, Number),
    weight: read('weight', variation.weight, parseWeight),
    costPrice: amount('costPrice', variation.costPrice),
    imageId: read('image', variation.imageId, (document) => pictureOf(pictures, document)),
    makeDefault: changes.isDefault === true,
  };
  if (change.makeDefault && variation.retired) {
    issues.push({ path: 'isDefault', message: 'A retired variation cannot be the default one.' });
  }
  return { change, issues: [...issues, ...priceIssues(change, hand)] };
}

function parseWeight(value: string): Amount {
  if (!WEIGHT.test(value)) {
    throw new Error('is not a weight in grams: at most 9 digits, and 3 behind the point');
  }
  return money(value);
}

function pictureOf(pictures: Pictures, document: string): number {
  const id = pictures.get(document);
  if (id === undefined) throw new Error('is no picture of this product');
  return id;
}

/** As when the form is saved: what a sale displaces is looked at only when it is changed. */
function priceIssues(change: RowChange, before: SalePrice): InputIssue[] {
  const { variation } = change;
  const sameHand = sameSalePrice(change, before);
  const sameUnit = sameAmount(change.unitPrice, variation.unitPrice);
  if (sameHand && (sameUnit || variation.saleId !== null)) return [];
  try {
    checkPrices(change);
    return [];
  } catch (error) {
    const { path = 'saleTo' } = isCommerceError(error) ? error.details : {};
    return [{ path: String(path), message: messageOf(error) }];
  }
}

const sameAmount = (a: Amount | null, b: Amount | null) =>
  a === null || b === null ? a === b : a.eq(b);

const messageOf = (error: unknown) => (error as Error).message;
