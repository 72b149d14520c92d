import { type PointerEvent, useState } from 'react';

import { type Place, rectangleOf, select, type Selection } from './selection';

interface PointerTerms {
  selection: Selection;
  lastCol: number;
  go: (selection: Selection) => void;
  edit: (place: Place) => void;
  fillTo: (row: number) => void;
  /** Whether a single click on the active cell opens it, and whether one on any cell of the column sets it. */
  opensAt: (place: Place) => 'active' | 'always' | 'never';
}

/** Selecting with the mouse, and pulling the handle. A finger scrolls; it selects by tapping. */
export function useGridPointer(terms: PointerTerms) {
  const { selection, lastCol, go, edit, fillTo, opensAt } = terms;
  /** The row that the handle was pulled to. */
  const [pulledTo, setPulledTo] = useState<number | null>(null);

  /** Follows the pointer until it is let go. */
  const follow = (onCell: (place: Place) => void, onEnd: () => void) => {
    let last: Place | null = null;
    const move = ({ clientX, clientY }: globalThis.PointerEvent) => {
      const place = placeOf(document.elementFromPoint(clientX, clientY));
      if (!place || (place.row === last?.row && place.col === last.col)) return;
      last = place;
      onCell(place);
    };
    const end = () => {
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', end);
      document.removeEventListener('pointercancel', end);
      onEnd();
    };
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', end);
    document.addEventListener('pointercancel', end);
  };

  const pullHandle = () => {
    const { top, bottom } = rectangleOf(selection);
    let to: number | null = null;
    follow(
      ({ row }) => {
        to = row < top || row > bottom ? row : null;
        setPulledTo(to);
      },
      () => {
        setPulledTo(null);
        if (to !== null) fillTo(to);
      }
    );
  };

  const onPointerDown = (event: PointerEvent) => {
    const target = event.target as Element;
    if (event.button !== 0 || target.closest('input, button, [role="dialog"]')) return;
    if (target.closest('[data-handle]')) {
      event.preventDefault();
      pullHandle();
      return;
    }
    const place = placeOf(target);
    if (!place) return;
    // What is being edited is done with, before anything else is selected.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    // The cell gets the focus from us, once it can have it.
    event.preventDefault();
    const wasActive = place.row === selection.active.row && place.col === selection.active.col;
    const whole = place.col < 0;
    const chosen = (to: Place): Selection =>
      whole
        ? {
            anchor: { row: (event.shiftKey ? selection.anchor : place).row, col: 0 },
            active: { row: to.row, col: lastCol },
          }
        : { anchor: event.shiftKey ? selection.anchor : place, active: to };
    go(chosen(place));
    if (whole || event.shiftKey) return;
    const opens = opensAt(place);
    if (
      opens === 'always' ||
      (wasActive && (opens === 'active' || event.pointerType === 'touch'))
    ) {
      edit(place);
      return;
    }
    if (event.pointerType === 'touch') return;
    follow(
      (to) => {
        if (to.col >= 0) go({ anchor: place, active: to });
      },
      () => undefined
    );
  };

  const onDoubleClick = (event: React.MouseEvent) => {
    const place = placeOf(event.target as Element);
    if (!place || place.col < 0 || opensAt(place) !== 'never') return;
    go(select(place));
    edit(place);
  };

  return { pulledTo, onPointerDown, onDoubleClick };
}

/** The cell at an element; column -1 is the row's header. */
function placeOf(element: Element | null): Place | null {
  const cell = element?.closest<HTMLElement>('[data-row]');
  if (!cell) return null;
  const { row, col = '-1' } = cell.dataset;
  return { row: Number(row), col: Number(col) };
}
