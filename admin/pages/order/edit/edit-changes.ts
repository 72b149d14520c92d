import type { AdminOrderDto } from '../../../../server/contracts/orders';

type Item = AdminOrderDto['items'][number];

/** A line that is otherwise afterwards. */
export interface LineChange {
  item: Item;
  from: number;
  to: number;
  /** What the line costs after the edit; before it where it goes. */
  total: string;
}

/** What an edit does line by line: those of the order first, then the new ones. */
export function lineChanges(before: readonly Item[], after: readonly Item[]): LineChange[] {
  const kept = before.flatMap((item) => {
    const now = after.find(({ id }) => id === item.id);
    const to = now?.quantity ?? 0;
    return to === item.quantity
      ? []
      : [{ item, from: item.quantity, to, total: now?.total ?? item.total }];
  });
  const added = after
    .filter(({ id }) => before.every((item) => item.id !== id))
    .map((item) => ({ item, from: 0, to: item.quantity, total: item.total }));
  return [...kept, ...added];
}

const FIGURES = ['subtotal', 'discount', 'shipping', 'tax', 'total'] as const;
export type Figure = (typeof FIGURES)[number];

/** The figures of the order before and after. The discount, and a tax, are told where there is one. */
export function figureChanges(before: AdminOrderDto['totals'], after: AdminOrderDto['totals']) {
  return FIGURES.filter(
    (figure) =>
      figure === 'subtotal' ||
      figure === 'total' ||
      Number(before[figure]) !== 0 ||
      Number(after[figure]) !== 0
  ).map((figure) => ({ figure, from: before[figure], to: after[figure] }));
}

const DETAILS = ['email', 'billing', 'shipping', 'instructions'] as const;
export type Detail = (typeof DETAILS)[number];

/** What else is otherwise. */
export function detailChanges(before: AdminOrderDto, after: AdminOrderDto): Detail[] {
  return DETAILS.filter(
    (detail) => JSON.stringify(before[detail]) !== JSON.stringify(after[detail])
  );
}
