import {
  countOf,
  isWithin,
  keepInside,
  moved,
  type Move,
  rectangleOf,
  select,
  selectAll,
} from '../../../../admin/components/grid/selection';

const SIZE = { rows: 4, cols: 3 };
const at = (row: number, col: number) => select({ row, col });
const step = (rows: number, cols: number): Move => ({ to: 'step', rows, cols });

describe('moving', () => {
  it.each<[string, [number, number], Move, [number, number] | null]>([
    ['down', [1, 1], step(1, 0), [2, 1]],
    ['up, at the top', [0, 1], step(-1, 0), [0, 1]],
    ['a page, over the end', [1, 1], step(10, 0), [3, 1]],
    ['to the end of the row', [1, 0], { to: 'edge', col: 'last' }, [1, 2]],
    ['to the beginning of all', [3, 2], { to: 'edge', col: 'first', row: 'first' }, [0, 0]],
    ['to the last row', [0, 1], { to: 'edge', row: 'last' }, [3, 1]],
    ['on', [1, 1], { to: 'next', back: false }, [1, 2]],
    ['on, into the next row', [1, 2], { to: 'next', back: false }, [2, 0]],
    ['back, into the row before', [2, 0], { to: 'next', back: true }, [1, 2]],
    ['on, behind the last cell', [3, 2], { to: 'next', back: false }, null],
    ['back, before the first cell', [0, 0], { to: 'next', back: true }, null],
  ])('%s', (_, [row, col], move, target) => {
    const expected = target && at(...target);
    expect(moved(at(row, col), move, SIZE) ?? null).toEqual(expected);
  });

  it('extends from where the selection began', () => {
    const down = moved(at(1, 1), step(1, 0), SIZE, true)!;
    const wider = moved(down, step(0, -1), SIZE, true)!;
    expect(rectangleOf(wider)).toEqual({ top: 1, bottom: 2, left: 0, right: 1 });
    expect(countOf(rectangleOf(wider))).toBe(4);
    expect(moved(wider, step(1, 0), SIZE)).toEqual(at(3, 0));
  });
});

it('knows what is inside', () => {
  const rectangle = { top: 1, bottom: 2, left: 0, right: 1 };
  expect(isWithin(rectangle, { row: 2, col: 1 })).toBe(true);
  expect(isWithin(rectangle, { row: 3, col: 1 })).toBe(false);
  expect(isWithin(rectangle, { row: 2, col: 2 })).toBe(false);
  expect(countOf(rectangleOf(selectAll(SIZE)))).toBe(12);
});

it('stays inside when rows are filtered away, also when none is left', () => {
  expect(keepInside(at(3, 2), { rows: 2, cols: 3 })).toEqual(at(1, 2));
  expect(keepInside(at(3, 2), { rows: 0, cols: 3 })).toEqual(at(0, 2));
});
