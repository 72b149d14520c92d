import type { StockAdjustmentDto, StockRowDto } from '../../../server/contracts/stock';

/** What is done with a number: it is added, taken away, or what was counted; or nothing is counted any more. */
export type AdjustMode = 'add' | 'remove' | 'set' | 'uncount';

export const MOST_UNITS = 2_147_483_647;

/** What can be done with all of these: to what is not counted nothing can be added. */
export function modesFor(rows: readonly StockRowDto[]): AdjustMode[] {
  const isCounted = rows.some(({ stock }) => stock !== null);
  return isCounted ? ['add', 'remove', 'set', 'uncount'] : ['set'];
}

/** A whole number as it was typed; null when it is none, or none that the mode can use. */
export function typedUnits(typed: string, mode: AdjustMode): number | null {
  const text = typed.trim();
  if (!/^\d{1,10}$/.test(text)) return null;
  const units = Number(text);
  if (units > MOST_UNITS) return null;
  return units === 0 && mode !== 'set' ? null : units;
}

/** What a thing would have then; null is not counted. What is not counted stays so, but for a number. */
export function unitsAfter(
  stock: number | null,
  mode: AdjustMode,
  units: number | null
): number | null {
  if (mode === 'uncount') return null;
  if (mode === 'set') return units ?? stock;
  if (stock === null || units === null) return stock;
  return mode === 'add' ? stock + units : stock - units;
}

/** As the server wants it: only what changes. */
export function adjustmentsOf(
  rows: readonly StockRowDto[],
  mode: AdjustMode,
  units: number | null
): StockAdjustmentDto[] {
  return rows.flatMap(({ documentId, stock }): StockAdjustmentDto[] => {
    if (mode === 'uncount') return stock === null ? [] : [{ documentId, units: null, seen: stock }];
    if (units === null) return [];
    if (mode === 'set') return units === stock ? [] : [{ documentId, units, seen: stock }];
    return stock === null ? [] : [{ documentId, change: mode === 'add' ? units : -units }];
  });
}
