/** What happens to a payment with one of the fake cards. */
export type FakeBehaviour = keyof typeof FAKE_CARDS;

interface FakeCard {
  number: string;
  /** Without a card: the last two digits of the amount that do the same. */
  digits: number | null;
}

/** The only numbers that the fake provider knows; no bank gives them out. */
export const FAKE_CARDS = {
  'approve': { number: '4242424242424242', digits: null },
  'decline': { number: '4000000000000002', digits: 1 },
  'no-funds': { number: '4000000000009995', digits: 2 },
  '3-d': { number: '4000000000003220', digits: 3 },
  'authorize': { number: '4000000000000010', digits: 4 },
  'part': { number: '4000000000000028', digits: 5 },
  'silence': { number: '4000000000000036', digits: 6 },
  'lost-answer': { number: '4000000000000044', digits: 7 },
  'webhook-first': { number: '4000000000000051', digits: 8 },
  'webhook-twice': { number: '4000000000000069', digits: 9 },
  'webhook-late': { number: '4000000000000077', digits: 10 },
  'webhook-never': { number: '4000000000000085', digits: 11 },
  'crash-before': { number: '4000000000000093', digits: 12 },
  'crash-after': { number: '4000000000000101', digits: 13 },
} satisfies Record<string, FakeCard>;

/**
 * By the card, else by the amount in minor units: 10.01 and 1.01 are declined like the card for it.
 *
 * @returns null for any other card: a real one has no business here
 */
export function fakeBehaviour(card: unknown, minorUnits: string): FakeBehaviour | null {
  const known = Object.entries(FAKE_CARDS) as [FakeBehaviour, FakeCard][];
  if (card === undefined) {
    const digits = Number(minorUnits.slice(-2));
    return known.find(([, fake]) => fake.digits === digits)?.[0] ?? 'approve';
  }
  const number = typeof card === 'string' ? card.replace(/[\s-]/g, '') : '';
  return known.find(([, fake]) => fake.number === number)?.[0] ?? null;
}
