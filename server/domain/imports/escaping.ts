/** Cells that hold more than one value: a backslash takes the special meaning from the character behind it. */

/** Line breaks become `\n`, so that each value has a line of its own; `special` characters get a backslash. */
export function escapeText(text: string, special = ''): string {
  let escaped = '';
  for (const character of text) {
    if (character === '\n') escaped += '\\n';
    else if (character === '\r') escaped += '\\r';
    else if (character === '\\' || special.includes(character)) escaped += `\\${character}`;
    else escaped += character;
  }
  return escaped;
}

export function unescapeText(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, character: string) =>
    character === 'n' ? '\n' : character === 'r' ? '\r' : character
  );
}

/** Splits where the separator has no backslash before it; the parts keep theirs. */
export function splitEscaped(text: string, separator: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === separator) {
      parts.push(part);
      part = '';
    } else if (character === '\\') {
      part += character + text.charAt(index + 1);
      index += 1;
    } else part += character;
  }
  return [...parts, part];
}

const FORMULA = /^'*[=+\-@\t\r]/;

/**
 * A spreadsheet takes a cell that begins with `=` for a formula, and a title could be one. A leading apostrophe keeps
 * it text; `withoutGuard` takes exactly that one away again.
 */
export function guardFormula(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
