const LONGEST = 100;

/** What somebody called a page, as a part of its address: "Summer Sale!" → "summer-sale". */
export function addressOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join('-')
    .slice(0, LONGEST)
    .replace(/-$/, '');
}
