export interface Place {
  row: number;
  col: number;
}

/** A rectangle of cells: from where it began to the cell that has the focus. */
export interface Selection {
  anchor: Place;
  active: Place;
}

export interface Size {
  rows: number;
  cols: number;
}

export interface Rectangle {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Where the focus goes: by steps, to an edge, or to the next cell as Tab does. */
export type Move =
  | { to: 'step'; rows: number; cols: number }
  | { to: 'edge'; row?: 'first' | 'last'; col?: 'first' | 'last' }
  | { to: 'next'; back: boolean };

export const select = (place: Place): Selection => ({ anchor: place, active: place });

export function rectangleOf({ anchor, active }: Selection): Rectangle {
  return {
    top: Math.min(anchor.row, active.row),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.col, active.col),
    right: Math.max(anchor.col, active.col),
  };
}

export function isWithin({ top, bottom, left, right }: Rectangle, { row, col }: Place): boolean {
  return row >= top && row <= bottom && col >= left && col <= right;
}

export const countOf = ({ top, bottom, left, right }: Rectangle) =>
  (bottom - top + 1) * (right - left + 1);

/** All cells, the focus staying where it is: a rectangle that ends at the last cell. */
export function selectAll(size: Size): Selection {
  return { anchor: { row: 0, col: 0 }, active: { row: size.rows - 1, col: size.cols - 1 } };
}

/** After rows were filtered away, the nearest cell that is left. */
export function keepInside({ anchor, active }: Selection, size: Size): Selection {
  return { anchor: inside(anchor, size), active: inside(active, size) };
}

function inside({ row, col }: Place, { rows, cols }: Size): Place {
  return {
    row: Math.max(0, Math.min(row, rows - 1)),
    col: Math.max(0, Math.min(col, cols - 1)),
  };
}

/** Undefined where Tab leaves the table: behind the last cell, and before the first. */
export function moved(
  selection: Selection,
  move: Move,
  size: Size,
  extend = false
): Selection | undefined {
  const place = target(selection, move, size);
  return place && { anchor: extend ? selection.anchor : place, active: place };
}

function target({ active }: Selection, move: Move, size: Size): Place | undefined {
  if (move.to === 'step') {
    return inside({ row: active.row + move.rows, col: active.col + move.cols }, size);
  }
  if (move.to === 'edge') {
    const at = (edge: 'first' | 'last' | undefined, now: number, count: number) =>
      edge === undefined ? now : edge === 'first' ? 0 : count - 1;
    return {
      row: at(move.row, active.row, size.rows),
      col: at(move.col, active.col, size.cols),
    };
  }
  const next = active.row * size.cols + active.col + (move.back ? -1 : 1);
  if (next < 0 || next >= size.rows * size.cols) return undefined;
  return { row: Math.floor(next / size.cols), col: next % size.cols };
}
