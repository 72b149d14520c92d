/** What a list shows of an entry with a window: a sale, a discount code. */
export interface DatedEntry {
  active?: boolean | null;
  validFrom?: string | null;
  validTo?: string | null;
}

export type WindowState = 'off' | 'coming' | 'now' | 'over';

/** From its start, until its end; over stays over, whether or not it was switched off. */
export function windowState({ active, validFrom, validTo }: DatedEntry, now: Date): WindowState {
  if (validTo && new Date(validTo) <= now) return 'over';
  if (active !== true) return 'off';
  return validFrom && new Date(validFrom) > now ? 'coming' : 'now';
}
