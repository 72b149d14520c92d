import type { Place, Rectangle, Size } from './selection';

export interface Pasted {
  cells: { place: Place; text: string }[];
  /** Values for which there was no cell. */
  beyond: number;
}

/**
 * Where the cells of a block go: from the upper left corner of the selection on. One value fills the whole selection,
 * and so does a block that fits into it a whole number of times, as in any spreadsheet.
 */
export function pasteBlock(
  block: readonly (readonly string[])[],
  { top, bottom, left, right }: Rectangle,
  size: Size
): Pasted {
  const height = block.length;
  const width = Math.max(...block.map((row) => row.length));
  const [selectedRows, selectedCols] = [bottom - top + 1, right - left + 1];
  const repeats = selectedRows % height === 0 && selectedCols % width === 0;
  const [rows, cols] = repeats ? [selectedRows, selectedCols] : [height, width];

  const pasted: Pasted = { cells: [], beyond: 0 };
  for (let down = 0; down < rows; down += 1) {
    for (let along = 0; along < cols; along += 1) {
      const text = block[down % height]?.[along % width];
      if (text === undefined) continue;
      const place = { row: top + down, col: left + along };
      if (place.row >= size.rows || place.col >= size.cols) pasted.beyond += 1;
      else pasted.cells.push({ place, text });
    }
  }
  return pasted;
}
