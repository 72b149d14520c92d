import type { SellableRef } from '../catalogue/sellable';
import type { LineData } from './line-copy';

/**
 * What makes two additions the same line: the same thing with the same data, in whatever order its fields came.
 * The service hashes it, since a database index has a limit that data has not.
 */
export function lineIdentity(ref: SellableRef, data: LineData | null): string {
  const fields = Object.entries(data ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([ref.type, ref.documentId, fields]);
}
