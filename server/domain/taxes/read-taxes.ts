import { type Amount, ZERO } from '../money/money';
import { parseAmount } from '../money/parse-amount';

/** An amount and the tax in or on it; without a rate it is not taxed. */
export interface Taxed {
  rate: { rate: string; label: string } | null;
  base: Amount;
  amount: Amount;
}

/** What was asked to be taxed; shipping is null when it is not. */
export interface TaxBases {
  items: readonly Amount[];
  shipping: Amount | null;
  included: boolean;
  currency: string;
}

export const untaxed = (base: Amount): Taxed => ({ rate: null, base, amount: ZERO });

/**
 * What a tax provider answered, next to what it was asked about (rules 9.3). Nonsense throws: an answer for another
 * number of lines, a tax that is no amount of the currency, or one above the price that contains it.
 */
export function readTaxes(answer: unknown, bases: TaxBases): { items: Taxed[]; shipping: Taxed } {
  const { items, shipping } = (answer ?? {}) as Record<string, unknown>;
  if (!Array.isArray(items) || items.length !== bases.items.length) {
    throw new Error(`not a tax for each of ${bases.items.length} items: ${JSON.stringify(answer)}`);
  }
  return {
    items: bases.items.map((base, index) => readTax(items[index], base, bases)),
    shipping: bases.shipping ? readTax(shipping, bases.shipping, bases) : untaxed(ZERO),
  };
}

function readTax(tax: unknown, base: Amount, { included, currency }: TaxBases): Taxed {
  if (tax === null || tax === undefined) return untaxed(base);
  const { rate, label, amount: text } = tax as Record<string, unknown>;
  if (typeof label !== 'string' || !isPercentage(rate)) {
    throw new Error(`a tax lacks its rate or label: ${JSON.stringify(tax)}`);
  }
  const amount = parseAmount(text, currency, 'tax');
  if (included && amount.gt(base)) {
    throw new Error(`a tax of ${amount.toFixed()} is not contained in ${base.toFixed()}`);
  }
  return { rate: { rate, label }, base, amount };
}

function isPercentage(rate: unknown): rate is string {
  return typeof rate === 'string' && /^\d+(\.\d+)?$/.test(rate);
}
