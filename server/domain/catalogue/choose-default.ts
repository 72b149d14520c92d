interface Candidate {
  isDefault: boolean;
  position: number;
}

/**
 * Which live variation is the default (rules 2.6): the one that is, and of several the first. When the one that
 * was is gone, the next from its place on follows, else the first. `live` is in the order of the shop.
 */
export function chooseDefault<Variation extends Candidate>(
  live: readonly Variation[],
  formerPosition: number | null = null
): Variation | undefined {
  const flagged = live.find(({ isDefault }) => isDefault);
  if (flagged) return flagged;
  const next = live
    .filter(({ position }) => formerPosition !== null && position >= formerPosition)
    .sort((a, b) => a.position - b.position)
    .at(0);
  return next ?? live.at(0);
}
