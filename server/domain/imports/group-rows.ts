import type { RowKeys } from './dialect';

/** Where a row lies in the file that the reader keeps: offset and length in bytes. */
export type RowPlace = readonly [offset: number, length: number];

/** The lines of one product, in the order of the file. */
export interface RowGroup {
  line: number;
  places: RowPlace[];
  /** What was wrong before the product could be read. */
  faults: { line: number; message: string }[];
}

/**
 * Gathers the lines that belong together, wherever they stand. A product may have several names (its ID and its SKU):
 * when a line shows that two names are one product, their lines become one group.
 */
export function createGrouping() {
  const groups = new Set<RowGroup>();
  const byKey = new Map<string, RowGroup>();

  function groupOf({ product }: RowKeys, line: number): RowGroup {
    const known = [...new Set(product.flatMap((key) => byKey.get(key) ?? []))];
    const [group = { line, places: [], faults: [] }, ...others] = known;
    for (const other of others) absorb(group, other);
    groups.add(group);
    for (const key of product) byKey.set(key, group);
    return group;
  }

  function absorb(group: RowGroup, other: RowGroup): void {
    group.line = Math.min(group.line, other.line);
    group.places.push(...other.places);
    group.places.sort(([a], [b]) => a - b);
    group.faults.push(...other.faults);
    groups.delete(other);
    for (const [key, owner] of byKey) if (owner === other) byKey.set(key, group);
  }

  return {
    add: (keys: RowKeys, line: number, place: RowPlace) => {
      groupOf(keys, line).places.push(place);
    },
    /** A line that makes its product fail; without keys it stands for itself. */
    fault: (keys: RowKeys | undefined, line: number, message: string) => {
      groupOf(keys ?? { product: [`fault:${line}`] }, line).faults.push({ line, message });
    },
    has: (key: string) => byKey.has(key),
    groups: () => [...groups].sort((a, b) => a.line - b.line),
  };
}

export type Grouping = ReturnType<typeof createGrouping>;
