import { CommerceError, invalidInput } from '../errors';
import { parseAmount } from '../money/parse-amount';
import type { Priced } from './priced';

const LONGEST_SKU = 255;
/** What an integer column holds on every database. */
const MOST_UNITS = 2_147_483_647;

type Fields = Record<string, unknown>;

/**
 * The fields of a variation as an editor or a script sends them: prices exact in the shop's currency (rules 1.1),
 * stock a whole number from 0 or none, SKU without surrounding blanks. What is not sent stays out.
 *
 * @throws invalid_amount, invalid_input with the field's name.
 */
export function readVariationInput(data: Fields, currency: string): Fields {
  return {
    ...data,
    ...readPrice(data, 'unitPrice', currency),
    ...readPrice(data, 'salePrice', currency),
    ...readPrice(data, 'costPrice', currency),
    ...readStock(data),
    ...readSku(data),
  };
}

function readPrice(data: Fields, field: string, currency: string): Fields {
  const value = data[field];
  if (value === undefined || value === null) return {};
  // A number of 15 digits at most, so that nothing is lost on the way through the host.
  return { [field]: parseAmount(value, currency, field).toNumber() };
}

function readStock({ stock }: Fields): Fields {
  if (stock === undefined || stock === null) return {};
  const units = typeof stock === 'string' && /^\d+$/.test(stock) ? Number(stock) : stock;
  if (!Number.isInteger(units) || Number(units) < 0 || Number(units) > MOST_UNITS) {
    throw invalidInput(
      'stock',
      `stock must be a whole number from 0 to ${MOST_UNITS}, or empty where it is not counted.`
    );
  }
  return { stock: units };
}

function readSku({ sku }: Fields): Fields {
  if (sku === undefined) return {};
  if (sku !== null && typeof sku !== 'string' && typeof sku !== 'number') {
    throw invalidInput('sku', 'sku must be a text.');
  }
  const text = String(sku ?? '').trim();
  if (text.length > LONGEST_SKU) {
    throw invalidInput('sku', `sku must be at most ${LONGEST_SKU} characters long.`);
  }
  return { sku: text || null };
}

/**
 * Prices that contradict each other: a sale price set by hand is never above the unit price (rules 3.5), and a
 * sale ends after it begins. It is not asked about what a sale has written, which is the sale's business.
 */
export function checkPrices({ unitPrice, salePrice, saleFrom, saleTo }: Priced): void {
  if (unitPrice && salePrice?.gt(unitPrice)) {
    throw new CommerceError(
      'invalid_amount',
      `salePrice (${salePrice.toFixed()}) must not be above unitPrice (${unitPrice.toFixed()}).`,
      { path: 'salePrice', salePrice: salePrice.toFixed(), unitPrice: unitPrice.toFixed() }
    );
  }
  if (saleFrom && saleTo && saleTo <= saleFrom) {
    throw invalidInput('saleTo', 'saleTo must be after saleFrom.');
  }
}
