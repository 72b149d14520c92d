/** The option that is called so already, whatever the case and the blanks around it. */
export function sameOption<Option extends { name: string }>(
  options: readonly Option[],
  name: string
): Option | undefined {
  const folded = name.trim().toLocaleLowerCase();
  return options.find((option) => option.name.trim().toLocaleLowerCase() === folded);
}

/** Behind the others where editors have put them in an order; where they have not, all are at 0, by alphabet. */
export function nextPosition(options: readonly { position: number }[]): number {
  const last = Math.max(0, ...options.map(({ position }) => position));
  return last === 0 ? 0 : last + 1;
}
