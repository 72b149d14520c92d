/**
 * A block of cells as spreadsheets put it on the clipboard: tabs between cells, line ends between rows; what contains
 * one of them, or begins with a quote, is quoted, and a quote in it doubled.
 */
export function writeTsv(block: readonly (readonly string[])[]): string {
  return block.map((row) => row.map(quoted).join('\t')).join('\n');
}

const quoted = (cell: string) =>
  /[\t\n\r]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let at = 0;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  while (at < text.length) {
    const char = text[at] ?? '';
    const quotedCell = char === '"' && cell === '' ? readQuoted(text, at) : null;
    if (quotedCell) {
      cell = quotedCell.cell;
      at = quotedCell.end;
    } else if (char === '\t') {
      endCell();
      at += 1;
    } else if (char === '\n' || char === '\r') {
      endCell();
      at += text.startsWith('\r\n', at) ? 2 : 1;
      // Spreadsheets end the last row, too.
      if (at < text.length) rows.push([]);
    } else {
      cell += char;
      at += 1;
    }
  }
  if (cell !== '' || !/[\n\r]$/.test(text)) endCell();
  return rows;
}

/** Null for a quote that nothing closes before the next cell: 5" is a text. */
function readQuoted(text: string, start: number): { cell: string; end: number } | null {
  const [match, cell = ''] = /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(text.slice(start)) ?? [];
  return match === undefined
    ? null
    : { cell: cell.replaceAll('""', '"'), end: start + match.length };
}
