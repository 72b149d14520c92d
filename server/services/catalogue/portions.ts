/**
 * Products in portions of about `limit` variations, in order. A product is never divided, so one that has more is a
 * portion of its own.
 */
export function portionsOf(
  products: readonly string[],
  variations: ReadonlyMap<string, number>,
  limit: number
): string[][] {
  const portions: string[][] = [];
  let size = limit;
  for (const product of [...new Set(products)].sort()) {
    const more = variations.get(product) ?? 0;
    if (size + more > limit || portions.length === 0) {
      portions.push([]);
      size = 0;
    }
    portions.at(-1)?.push(product);
    size += more;
  }
  return portions;
}
