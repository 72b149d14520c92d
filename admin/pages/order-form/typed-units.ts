/** A quantity as it was typed; null when it is no whole number from `least`. */
export function typedUnits(typed: string, least: number): number | null {
  const text = typed.trim();
  if (!/^\d{1,7}$/.test(text)) return null;
  const units = Number(text);
  return units >= least && units <= 1_000_000 ? units : null;
}
