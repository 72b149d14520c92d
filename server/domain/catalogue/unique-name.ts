/** Columns hold 255 characters; the rest is for the number that makes a name unique. */
const LONGEST_BASE = 240;

/** Without regard to case, as MySQL compares. */
const folded = (name: string) => name.toLowerCase();

export function shortenName(base: string): string {
  return base.slice(0, LONGEST_BASE);
}

/** `shirt`, else `shirt-2`, `shirt-3`… The name is taken afterwards: `taken` grows by it. */
export function takeUniqueName(base: string, taken: Set<string>): string {
  const short = shortenName(base);
  let name = short;
  for (let number = 2; taken.has(folded(name)); number += 1) name = `${short}-${number}`;
  taken.add(folded(name));
  return name;
}

export function takenNames(names: readonly string[]): Set<string> {
  return new Set(names.map(folded));
}
