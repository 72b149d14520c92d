import { invalidInput } from '../errors';
import type { Amount } from '../money/money';
import { parseAmount } from '../money/parse-amount';

type Fields = Record<string, unknown>;

/**
 * The bounds of a category's filter as an editor or a script sends them, exact in the shop's currency (rules 1.1).
 * What is not sent stays out. @throws invalid_amount with the field's name
 */
export function readCategoryInput(data: Fields, currency: string): Fields {
  return {
    ...data,
    ...readBound(data, 'priceMin', currency),
    ...readBound(data, 'priceMax', currency),
  };
}

function readBound(data: Fields, field: string, currency: string): Fields {
  const value = data[field];
  if (value === undefined || value === null) return {};
  return { [field]: parseAmount(value, currency, field).toNumber() };
}

/** A range that ends before it begins lists nothing: surely not what was meant. */
export function checkBounds(bounds: { priceMin: Amount | null; priceMax: Amount | null }): void {
  const { priceMin, priceMax } = bounds;
  if (priceMin && priceMax && priceMax.lt(priceMin)) {
    throw invalidInput('priceMax', 'priceMax must not be below priceMin.');
  }
}
