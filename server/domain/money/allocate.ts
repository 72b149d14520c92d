import { fromMinorUnits, scaledInteger, toMinorUnits } from './minor-units';
import type { Amount } from './money';

/**
 * Splits an amount over weights so that the shares add up to it (rules 1.4): each gets the whole minor units
 * of its exact proportion, and the units left over go to the largest remainders, on a tie to the earlier one.
 * 2.99 over three lines of 10.00 → 1.00, 1.00, 0.99. Weight 0 receives 0, unless all are 0: then the split
 * is even. −0.20 splits as 0.20, negated.
 *
 * Weights may have any number of decimals. It needs no clamp: no share exceeds its weight (in whole minor
 * units) when the amount does not exceed their sum. It does not round, so an amount with half a cent throws.
 */
export function allocate(amount: Amount, weights: readonly Amount[], currency: string): Amount[] {
  const units = toMinorUnits(amount, currency);
  const sign = units < 0n ? -1n : 1n;
  return splitUnits(units * sign, wholeWeights(weights)).map((share) =>
    fromMinorUnits(share * sign, currency)
  );
}

/** The weights as integers in the same proportion; all 1 when there is nothing to tell them apart. */
function wholeWeights(weights: readonly Amount[]): bigint[] {
  if (weights.some((weight) => weight.lt(0) || !weight.isFinite())) {
    throw new RangeError('A weight must be a number, zero or more');
  }
  const decimals = Math.max(0, ...weights.map((weight) => weight.decimalPlaces()));
  const scaled = weights.map((weight) => scaledInteger(weight, decimals));
  return scaled.every((weight) => weight === 0n) ? scaled.map(() => 1n) : scaled;
}

function splitUnits(units: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const parts = weights.map((weight, index) => ({
    index,
    share: (units * weight) / total,
    remainder: (units * weight) % total,
  }));
  const leftOver = units - parts.reduce((sum, part) => sum + part.share, 0n);
  const lucky = [...parts]
    .sort((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1
    )
    .slice(0, Number(leftOver));
  const luckyIndexes = new Set(lucky.map((part) => part.index));
  return parts.map((part) => (luckyIndexes.has(part.index) ? part.share + 1n : part.share));
}
