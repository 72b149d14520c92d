/**
 * Products in portions of about `limit` variations, in order. A product is never divided, so one that has more is a
 * portion of its own. They are taken in the order of their ids, as locks are, unless the order that they are given in
 * is the one that is wanted.
 */
export function portionsOf(
  products: readonly string[],
  variations: ReadonlyMap<string, number>,
  limit: number,
  { inOrder = false }: { inOrder?: boolean } = {}
): string[][] {
  const portions: string[][] = [];
  let size = limit;
  const each = [...new Set(products)];
  for (const product of inOrder ? each : each.sort()) {
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
