import { currencyDecimals } from '../../../../server/domain/money/currency';
import { type Amount, money, ZERO } from '../../../../server/domain/money/money';
import { roundAmount, type RoundingMode } from '../../../../server/domain/money/rounding';
import { isDecimal } from './typed-cell';

export const BULK_FIELDS = ['unitPrice', 'salePrice', 'stock', 'weight', 'costPrice'] as const;
export type BulkField = (typeof BULK_FIELDS)[number];

export const BULK_STEPS = [
  'set',
  'add',
  'subtract',
  'increase',
  'decrease',
  'below-price',
  'end-99',
  'end-95',
  'whole',
  'clear',
] as const;
export type BulkStep = (typeof BULK_STEPS)[number];

export interface BulkChange {
  field: BulkField;
  step: BulkStep;
  /** The amount or the percentage, for steps that need one. */
  by: string;
}

interface Terms {
  currency: string;
  roundingMode: RoundingMode;
}

const WITHOUT_AMOUNT: readonly BulkStep[] = ['end-99', 'end-95', 'whole', 'clear'];
const ON_PRICES: readonly BulkStep[] = ['end-99', 'end-95', 'whole', 'increase', 'decrease'];

export const needsNumber = (step: BulkStep) => !WITHOUT_AMOUNT.includes(step);

/** What can be done to a column; a currency without decimals has no ends to round to. */
export function stepsFor(field: BulkField, currency: string): BulkStep[] {
  const isPrice = field !== 'stock' && field !== 'weight';
  return BULK_STEPS.filter((step) => {
    if (step === 'below-price') return field === 'salePrice';
    if (['end-99', 'end-95', 'whole'].includes(step)) {
      return isPrice && currencyDecimals(currency) >= 2;
    }
    return isPrice || !ON_PRICES.includes(step);
  });
}

/**
 * What a cell becomes. An empty one stays empty, but where a value is set; nothing falls below zero; prices are rounded
 * as everywhere in the shop. +10 % on 9.99 → 10.99; "ends in .99" takes the nearest: 12.30 → 11.99, 12.60 → 12.99.
 *
 * @returns the text that the cell is given; the same one where there is nothing to do
 */
export function bulkValue(
  { field, step, by }: BulkChange,
  { value, unitPrice }: { value: string; unitPrice: string },
  { currency, roundingMode }: Terms
): string {
  if (step === 'clear') return '';
  if (step === 'set') return by;
  const base = step === 'below-price' ? unitPrice : value;
  if (!isDecimal(base) || (needsNumber(step) && !isDecimal(by))) return value;
  const changed = changedAmount(money(base), step, needsNumber(step) ? money(by) : ZERO);
  const least = changed.isNegative() ? ZERO : changed;
  if (field === 'stock' || field === 'weight') return least.toFixed();
  const decimals = currencyDecimals(currency);
  return roundAmount(least, currency, roundingMode).toFixed(decimals);
}

function changedAmount(amount: Amount, step: BulkStep, by: Amount): Amount {
  switch (step) {
    case 'add':
      return amount.plus(by);
    case 'subtract':
      return amount.minus(by);
    case 'increase':
      return amount.times(by.plus(100)).dividedBy(100);
    case 'decrease':
    case 'below-price':
      return amount.times(money(100).minus(by)).dividedBy(100);
    case 'end-99':
      return endingIn(amount, money('0.99'));
    case 'end-95':
      return endingIn(amount, money('0.95'));
    case 'whole':
      return money(amount.toDecimalPlaces(0));
    default:
      return amount;
  }
}

/** The nearest amount with this end; of two that are equally near the higher one. Nothing below it is nearer to zero. */
function endingIn(amount: Amount, end: Amount): Amount {
  const above = amount.floor().plus(end);
  const [lower, higher] = above.gt(amount) ? [above.minus(1), above] : [above, above.plus(1)];
  const near = amount.minus(lower).lt(higher.minus(amount)) ? lower : higher;
  return near.isNegative() ? higher : near;
}
