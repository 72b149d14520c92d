/** Chance that can be repeated: mulberry32, small, and the same everywhere. */
export function seeded(seed: number) {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 4294967296) * limit);
  };
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;
  const some = <Item>(items: readonly Item[]): Item[] => items.filter(() => below(2) === 0);
  return { below, pick, some };
}

export type Chance = ReturnType<typeof seeded>;
