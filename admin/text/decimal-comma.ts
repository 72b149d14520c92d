/** Whether a language writes 1,50: then its spreadsheets read 1.50 as text, or as a date. */
export function writesDecimalComma(locale: string): boolean {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',';
}
