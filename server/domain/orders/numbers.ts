/**
 * A number as it is printed: `{year}-{number}` and 7 in 2026 → `2026-7`; `{number:5}` pads with zeros → `00007`.
 * The year is that of UTC, like all times of the shop.
 */
export function formatNumber(format: string, number: number, at: Date): string {
  return format
    .replaceAll('{year}', String(at.getUTCFullYear()))
    .replace(/\{number(?::(\d+))?\}/g, (_, width?: string) =>
      String(number).padStart(Number(width ?? 0), '0')
    );
}
