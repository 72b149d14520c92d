import type { BulkResultDto } from '../../../../server/contracts/order-desk';
import type { ApiError } from '../../../api/api-error';

/** What became of many orders so far. */
export interface BulkRun {
  results: BulkResultDto[];
  /** Those that were not reached, because an answer did not come. */
  left: string[];
  /** Why not. */
  error: ApiError | null;
}

type Ask = (orders: string[]) => Promise<{ data: BulkResultDto[] } | { error: ApiError }>;

/** So few that each answer comes soon, and the progress is seen. */
const PORTION = 10;

/** Asks for some orders after others. At the first answer that does not come it stops: more of the same helps nobody. */
export async function inPortions(
  orders: readonly string[],
  ask: Ask,
  onProgress: (done: number) => void
): Promise<BulkRun> {
  const results: BulkResultDto[] = [];
  for (let start = 0; start < orders.length; start += PORTION) {
    onProgress(start);
    const answer = await ask(orders.slice(start, start + PORTION));
    if ('error' in answer) return { results, left: orders.slice(start), error: answer.error };
    results.push(...answer.data);
  }
  return { results, left: [], error: null };
}
