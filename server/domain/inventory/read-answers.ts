/**
 * What an inventory provider answered to "how many are there", one for each item; null is not counted. Nonsense
 * throws: a wrong number sells what is not there.
 */
export function readAvailable(answer: unknown, items: number): (number | null)[] {
  if (!Array.isArray(answer) || answer.length !== items) {
    throw new Error(`not a list of ${items} numbers: ${JSON.stringify(answer)}`);
  }
  return answer.map((units: unknown) => (units === null ? null : readUnits(units)));
}

/** What it answered to "keep these": null when they are kept. */
export interface Shortage {
  sku: string | null;
  requested: number;
  available: number;
}

export function readReservation(
  answer: unknown,
  items: readonly { sku: string | null; quantity: number }[]
): Shortage | null {
  const { status, sku, available } = (answer ?? {}) as Record<string, unknown>;
  if (status === 'reserved') return null;
  const asked = items.filter((item) => item.sku === sku);
  if (status !== 'unavailable' || asked.length === 0) {
    throw new Error(`neither reserved nor unavailable: ${JSON.stringify(answer)}`);
  }
  const requested = asked.reduce((sum, { quantity }) => sum + quantity, 0);
  return { sku: asked[0]?.sku ?? null, requested, available: readUnits(available) };
}

function readUnits(units: unknown): number {
  if (Number.isSafeInteger(units) && Number(units) >= 0) return Number(units);
  throw new Error(`not a number of units: ${JSON.stringify(units)}`);
}
