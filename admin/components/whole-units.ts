/** What was typed, as whole units between none and all. */
export function wholeUnits(typed: string, most: number): number {
  const units = Math.trunc(Number(typed));
  return Number.isNaN(units) ? 0 : Math.min(most, Math.max(0, units));
}
