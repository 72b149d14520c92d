/** Units by item. */
export type Units = Readonly<Record<string, number>>;

/** The items of which any were chosen, as the server wants them. */
export function chosenUnits(units: Units): { id: string; quantity: number }[] {
  return Object.entries(units)
    .filter(([, quantity]) => quantity > 0)
    .map(([id, quantity]) => ({ id, quantity }));
}
