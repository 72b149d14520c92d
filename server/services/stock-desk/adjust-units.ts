import { CommerceError } from '../../domain/errors';
import type { LockedSellable } from '../../domain/catalogue/locked-sellable';
import {
  type Adjustment,
  type AdjustmentReason,
  adjustStock,
  stockChanged,
} from '../../domain/inventory/adjust-stock';
import { lowStock } from '../../domain/orders/low-stock';
import type { Connection } from '../../storage/database';
import { claimKey } from '../../storage/idempotency';
import { recordEvents, type RecordedEvent } from '../../storage/outbox';
import {
  changeStock,
  lockVariations,
  recordMovements,
  refreshStockCopies,
  setStock,
} from '../../storage/stock';
import { dayBefore, idempotencyConflict, requestKey, type StaffTerms } from '../shopper';

export interface AdjustmentRequest {
  adjustments: readonly Adjustment[];
  reason: AdjustmentReason;
  note: string | null;
}

/**
 * The transaction that adjusts units: of all variations or of none, and once for a key. It locks them as orders do, so
 * that neither takes anything back from the other.
 *
 * @throws CommerceError item_not_found, insufficient_stock, stock_changed, invalid_input, idempotency_conflict
 */
export async function adjustUnits(
  trx: Connection,
  { adjustments, reason, note }: AdjustmentRequest,
  { terms, threshold, now }: { terms: StaffTerms; threshold: number | null; now: Date }
): Promise<RecordedEvent[]> {
  if (await wasDone(trx, terms, now)) return [];
  const ids = adjustments.map(({ documentId }) => documentId);
  const things = await lockVariations(trx, ids);
  const steps = adjustments.map((adjustment) => stepOf(adjustment, things));
  const moved = steps
    .filter(({ change }) => change !== 0)
    .map(({ thing, change }) => ({ ...thing, change }));

  const counted = moved.filter(({ stock }) => stock !== null);
  const stays = counted.filter(({ documentId }) => !stopsCounting(steps, documentId));
  if (!(await changeStock(trx, stays))) throw stockChanged(things);
  for (const { thing, after } of steps.filter(startsOrStops)) {
    const set = await setStock(trx, thing.documentId, { units: after, seen: thing.stock });
    if (!set) throw stockChanged([thing]);
  }
  const shownOn = things.flatMap((thing) => thing.shownOn ?? []);
  await refreshStockCopies(trx, [...new Set(shownOn)]);
  await recordMovements(trx, moved, reason, null, now, { actor: terms.by, note });

  const low = lowStock(things, stays, threshold).map((thing) => ({
    name: 'cartwright.stock.low',
    payload: { ...thing, orderDocumentId: null },
  }));
  return recordEvents(trx, low, now);
}

interface UnitsStep {
  thing: LockedSellable;
  after: number | null;
  /** What is not counted counts as nothing. */
  change: number;
}

function stepOf(adjustment: Adjustment, things: readonly LockedSellable[]): UnitsStep {
  const thing = things.find(({ documentId }) => documentId === adjustment.documentId);
  if (!thing) throw new CommerceError('item_not_found', 'There is no such variation any more');
  const after = adjustStock(adjustment, thing);
  return { thing, after, change: (after ?? 0) - (thing.stock ?? 0) };
}

/** Whether it is counted from now on, or no longer. */
const startsOrStops = ({ thing, after }: UnitsStep) => (thing.stock === null) !== (after === null);

const stopsCounting = (steps: readonly UnitsStep[], documentId: string) =>
  steps.some(({ thing, after }) => thing.documentId === documentId && after === null);

/** Whether this very request has been carried out. */
async function wasDone(trx: Connection, terms: StaffTerms, now: Date): Promise<boolean> {
  if (!terms.idempotency) return false;
  const { key, fingerprint } = terms.idempotency;
  const owner = { token: null, account: `staff:${terms.staff}`, locale: null };
  const answer = { fingerprint, status: 200, cartDocumentId: null, orderDocumentId: null };
  const period = { oldest: dayBefore(now), now };
  const known = await claimKey(trx, requestKey(owner, key), answer, period);
  if (known && known.fingerprint !== fingerprint) throw idempotencyConflict();
  return known !== null;
}
