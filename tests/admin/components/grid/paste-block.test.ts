import { pasteBlock } from '../../../../admin/components/grid/paste-block';

const SIZE = { rows: 4, cols: 3 };
const area = (top: number, left: number, bottom = top, right = left) => ({
  top,
  left,
  bottom,
  right,
});
const paste = (block: string[][], rectangle: ReturnType<typeof area>) => {
  const { cells, beyond } = pasteBlock(block, rectangle, SIZE);
  return { cells: cells.map(({ place: { row, col }, text }) => `${row},${col}=${text}`), beyond };
};

it('goes from the upper left corner on, and says what had no cell', () => {
  expect(
    paste(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      area(1, 1)
    )
  ).toEqual({
    cells: ['1,1=a', '1,2=b', '2,1=c', '2,2=d'],
    beyond: 0,
  });
  expect(paste([['a'], ['b'], ['c']], area(2, 0))).toEqual({
    cells: ['2,0=a', '3,0=b'],
    beyond: 1,
  });
  expect(paste([['a', 'b']], area(0, 2))).toEqual({ cells: ['0,2=a'], beyond: 1 });
});

it('fills the selection with one value, or with a block that fits in whole times', () => {
  expect(paste([['x']], area(0, 0, 1, 1)).cells).toEqual(['0,0=x', '0,1=x', '1,0=x', '1,1=x']);
  expect(paste([['a'], ['b']], area(0, 0, 3, 0)).cells).toEqual([
    '0,0=a',
    '1,0=b',
    '2,0=a',
    '3,0=b',
  ]);
  expect(paste([['a'], ['b']], area(0, 0, 2, 0)).cells).toEqual(['0,0=a', '1,0=b']);
});

it('leaves alone what a shorter row says nothing of', () => {
  expect(paste([['a', 'b'], ['c']], area(0, 0)).cells).toEqual(['0,0=a', '0,1=b', '1,0=c']);
});
