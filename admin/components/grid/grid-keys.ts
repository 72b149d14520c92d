import type { Move } from './selection';

/** What a key means while no cell is being edited. */
export type GridCommand =
  | { do: 'move'; move: Move; extend: boolean }
  | { do: 'edit' | 'type' | 'clear' | 'fill-down' | 'undo' | 'redo' | 'select-all' | 'leave' }
  | { do: 'select-row' | 'select-column' | 'save' };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const step = (rows: number, cols: number): Move => ({ to: 'step', rows, cols });

const ARROWS: Record<string, [rows: number, cols: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const WITH_CONTROL: Record<string, GridCommand> = {
  a: { do: 'select-all' },
  d: { do: 'fill-down' },
  s: { do: 'save' },
  y: { do: 'redo' },
  z: { do: 'undo' },
};

/** Undefined for keys that the browser deals with, such as those of copy and paste. */
export function gridCommand(pressed: Pressed, rowsOfPage = 10): GridCommand | undefined {
  const { key, shiftKey: extend, altKey } = pressed;
  const control = pressed.ctrlKey || pressed.metaKey;
  const move = (to: Move): GridCommand => ({ do: 'move', move: to, extend });

  const arrow = ARROWS[key];
  if (arrow && !altKey) {
    const [rows, cols] = arrow;
    if (!control) return move(step(rows, cols));
    const edge = (by: number) => (by < 0 ? 'first' : 'last');
    return move({ to: 'edge', ...(rows ? { row: edge(rows) } : { col: edge(cols) }) });
  }
  if (key === 'Home' || key === 'End') {
    const edge = key === 'Home' ? 'first' : 'last';
    return move({ to: 'edge', col: edge, ...(control ? { row: edge } : {}) });
  }
  if (key === ' ' && (control || extend)) return { do: control ? 'select-column' : 'select-row' };
  if (control && !altKey) {
    if (key.toLowerCase() === 'z' && extend) return { do: 'redo' };
    return WITH_CONTROL[key.toLowerCase()];
  }
  if (altKey && key.length > 1) return undefined;
  return plainCommand(key, extend, rowsOfPage);
}

function plainCommand(key: string, shift: boolean, page: number): GridCommand | undefined {
  const move = (to: Move, extend = false): GridCommand => ({ do: 'move', move: to, extend });
  switch (key) {
    case 'Tab':
      return move({ to: 'next', back: shift });
    case 'Enter':
      return move(step(shift ? -1 : 1, 0));
    case 'PageUp':
    case 'PageDown':
      return move(step(key === 'PageUp' ? -page : page, 0), shift);
    case 'F2':
      return { do: 'edit' };
    case 'Escape':
      return { do: 'leave' };
    case 'Delete':
    case 'Backspace':
      return { do: 'clear' };
    case 'Process':
    case 'Dead':
      return { do: 'type' };
    default:
      return key.length === 1 ? { do: 'type' } : undefined;
  }
}
