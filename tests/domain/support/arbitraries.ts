import fc from 'fast-check';

import { fromMinorUnits } from '../../../server/domain/money/minor-units';
import type { Amount } from '../../../server/domain/money/money';

/** Currencies with 0, 2 and 3 decimals. */
export const anyCurrency = fc.constantFrom('JPY', 'EUR', 'KWD');

export const anyMode = fc.constantFrom('half-up' as const, 'half-even' as const);

/** Whole minor units, small ones often: they are where cents get lost. */
export const anyUnits = fc.oneof(
  fc.bigInt({ min: 0n, max: 12n }),
  fc.bigInt({ min: 0n, max: 10n ** 6n }),
  fc.bigInt({ min: 0n, max: 10n ** 15n - 1n })
);

export const anyPercent = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map(String),
  fc.integer({ min: 0, max: 100_000 }).map((thousandths) => (thousandths / 1000).toFixed(3))
);

export function amounts(currency: string): (units: bigint) => Amount {
  return (units) => fromMinorUnits(units, currency);
}

export function sumOf(units: readonly bigint[]): bigint {
  return units.reduce((sum, one) => sum + one, 0n);
}
