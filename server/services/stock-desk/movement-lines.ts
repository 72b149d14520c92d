import { guardFormula } from '../../domain/imports/escaping';
import type { RecordedMovement } from '../../storage/stock-movements';

export const MOVEMENT_COLUMNS = [
  'time',
  'sku',
  'product',
  'change',
  'stockAfter',
  'reason',
  'order',
  'by',
  'note',
];

/** As many as are read at a time, so that a file of any length needs the same memory. */
const AT_ONCE = 500;

/** Movements as lines of a file, a part at a time. What moves meanwhile is newer than the first one, and not in it. */
export async function* movementLines(
  read: (limit: number, before?: number) => Promise<RecordedMovement[]>
): AsyncGenerator<Record<string, string>> {
  let before: number | undefined;
  for (;;) {
    const part = await read(AT_ONCE, before);
    for (const movement of part) yield lineOf(movement);
    const last = part.at(-1);
    if (!last || part.length < AT_ONCE) return;
    before = last.id;
  }
}

function lineOf(movement: RecordedMovement): Record<string, string> {
  const { at, sku, product, change, stockAfter, reason, reference, actor, note } = movement;
  return {
    time: at.toISOString(),
    sku: guardFormula(sku ?? ''),
    product: guardFormula(product?.title ?? ''),
    // A number: a spreadsheet adds it up.
    change: String(change),
    stockAfter: stockAfter === null ? '' : String(stockAfter),
    reason,
    order: guardFormula(reference ?? ''),
    by: guardFormula(actor ?? ''),
    note: guardFormula(note ?? ''),
  };
}
