import type { DocumentKind } from './document';

/**
 * The series that a document's number is counted in. It starts over each year when the year is a part of the number;
 * without it the same number would come twice. The year is that of UTC.
 */
export function seriesOf(
  kind: DocumentKind,
  format: string,
  at: Date
): { series: string; year: number } {
  const year = format.includes('{year}') ? at.getUTCFullYear() : 0;
  return { series: year === 0 ? kind : `${kind}:${year}`, year };
}
