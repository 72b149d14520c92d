import { gridCommand } from '../../../../admin/components/grid/grid-keys';

const press = (keys: string) => {
  const parts = keys.split('+');
  return gridCommand(
    {
      key: parts.at(-1) || '+',
      ctrlKey: parts.includes('Ctrl'),
      metaKey: parts.includes('Cmd'),
      altKey: parts.includes('Alt'),
      shiftKey: parts.includes('Shift'),
    },
    10
  );
};

it.each([
  ['ArrowDown', { do: 'move', move: { to: 'step', rows: 1, cols: 0 }, extend: false }],
  ['Shift+ArrowLeft', { do: 'move', move: { to: 'step', rows: 0, cols: -1 }, extend: true }],
  ['Ctrl+ArrowDown', { do: 'move', move: { to: 'edge', row: 'last' }, extend: false }],
  ['Cmd+Shift+ArrowLeft', { do: 'move', move: { to: 'edge', col: 'first' }, extend: true }],
  ['Home', { do: 'move', move: { to: 'edge', col: 'first' }, extend: false }],
  ['Ctrl+End', { do: 'move', move: { to: 'edge', col: 'last', row: 'last' }, extend: false }],
  ['PageDown', { do: 'move', move: { to: 'step', rows: 10, cols: 0 }, extend: false }],
  ['Shift+PageUp', { do: 'move', move: { to: 'step', rows: -10, cols: 0 }, extend: true }],
  ['Enter', { do: 'move', move: { to: 'step', rows: 1, cols: 0 }, extend: false }],
  ['Shift+Enter', { do: 'move', move: { to: 'step', rows: -1, cols: 0 }, extend: false }],
  ['Tab', { do: 'move', move: { to: 'next', back: false }, extend: false }],
  ['Shift+Tab', { do: 'move', move: { to: 'next', back: true }, extend: false }],
  ['F2', { do: 'edit' }],
  ['Escape', { do: 'leave' }],
  ['Delete', { do: 'clear' }],
  ['Backspace', { do: 'clear' }],
  ['7', { do: 'type' }],
  ['Shift+A', { do: 'type' }],
  ['Dead', { do: 'type' }],
  ['Process', { do: 'type' }],
  ['Alt+€', { do: 'type' }],
  ['Ctrl+Alt+@', { do: 'type' }],
  ['Ctrl+a', { do: 'select-all' }],
  ['Ctrl+ ', { do: 'select-column' }],
  ['Shift+ ', { do: 'select-row' }],
  ['Cmd+d', { do: 'fill-down' }],
  ['Ctrl+z', { do: 'undo' }],
  ['Cmd+Shift+Z', { do: 'redo' }],
  ['Ctrl+y', { do: 'redo' }],
  ['Ctrl+s', { do: 'save' }],
])('%s', (keys, command) => {
  expect(press(keys)).toEqual(command);
});

it.each(['Ctrl+c', 'Ctrl+v', 'Cmd+x', 'Ctrl+r', 'F5', 'Alt+ArrowLeft', 'Shift', 'Control'])(
  '%s is the browser’s',
  (keys) => {
    expect(press(keys)).toBeUndefined();
  }
);
