/** `{year}-{number:5}` as SQL's LIKE: every number of the format fits, and few others. */
export function likeOf(format: string): string {
  return format.split(PLACEHOLDER).map(escapeLike).join('%');
}

/** Reads the year and the number back out of what a format has made; null when it has not. */
export function readNumber(
  format: string,
  text: string
): { year: number | null; number: number } | null {
  const names: string[] = [];
  const pattern = format
    .split(/(\{year\}|\{number(?::\d+)?\})/)
    .map((part) => {
      if (part === '{year}') return group(names, 'year', '\\d{4}');
      const [, width] = /^\{number(?::(\d+))?\}$/.exec(part) ?? [];
      if (part.startsWith('{number')) return group(names, 'number', digits(Number(width ?? 0)));
      return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  const found = new RegExp(`^${pattern}$`).exec(text);
  if (!found?.groups) return null;
  const { year, number } = found.groups;
  return { year: year === undefined ? null : Number(year), number: Number(number) };
}

/** The same placeholder twice says the same twice. */
function group(names: string[], name: string, pattern: string): string {
  if (names.includes(name)) return `\\k<${name}>`;
  names.push(name);
  return `(?<${name}>${pattern})`;
}

/** As `padStart` writes it: zeros in front only as far as the width goes. */
const digits = (width: number) => `0*\\d{${Math.max(width, 1)},}`;

const PLACEHOLDER = /\{year\}|\{number(?::\d+)?\}/;

const escapeLike = (text: string) => text.replace(/[%_\\]/g, '_');
