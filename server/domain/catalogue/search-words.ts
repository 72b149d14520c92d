/** More words than this narrow nothing any more and only cost. */
const MOST_WORDS = 8;

/** What somebody searches for, as words that must all be found: "Red  red tea" → `red`, `tea`. */
export function searchWords(text: string): string[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  return [...new Set(words)].slice(0, MOST_WORDS);
}
