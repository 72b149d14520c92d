import type { ReactNode } from 'react';

/** A column of a grid. Its texts are what the sheet holds; what people see and type is up to the column. */
export interface GridColumn {
  field: string;
  title: string;
  /** In rem. */
  width: number;
  align?: 'right' | 'center';
  /** As it is shown, also a text that is wrong. */
  show: (value: string, rowId: string) => ReactNode;
  /** As it is edited and copied: what `parse` reads. */
  text: (value: string) => string;
  /** What was typed or pasted, as the sheet holds it; null where it cannot be set like this. */
  parse: (typed: string) => string | null;
  /**
   * For a column in which nothing is typed: what a click on the active cell, Enter or the space bar does there.
   * `close` gives the keyboard back to the grid.
   */
  chooser?: (cell: ChosenCell) => ReactNode;
  /** Instead of a chooser: the value that Enter, the space bar or a click sets. */
  toggle?: (value: string) => string;
}

export interface ChosenCell {
  rowId: string;
  value: string;
  choose: (value: string) => void;
  close: () => void;
}
