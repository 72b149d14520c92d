import fc from 'fast-check';

import { currentPrice } from '../../../server/domain/catalogue/current-price';
import {
  continueHistory,
  lowestPrice30d,
  type PriceEntry,
} from '../../../server/domain/catalogue/price-history';
import type { Priced } from '../../../server/domain/catalogue/priced';
import { money } from '../../../server/domain/money/money';

const DAY = 24 * 60 * 60 * 1000;
/** Days of 2030, counted from 1 January. */
const day = (days: number) => new Date(Date.UTC(2030, 0, 1) + days * DAY);

interface Wish {
  unit: number | null;
  sale?: number;
  from?: number;
  to?: number;
}
const priced = ({ unit, sale, from, to }: Wish): Priced => ({
  unitPrice: unit === null ? null : money(unit),
  salePrice: sale === undefined ? null : money(sale),
  saleFrom: from === undefined ? null : day(from),
  saleTo: to === undefined ? null : day(to),
});

/** What an editor saves, day by day; then what must be shown on `asked`. */
function lived(saves: [on: number, wish: Wish][], asked?: number) {
  let history: PriceEntry[] = [];
  for (const [on, wish] of saves) history = continueHistory(history, priced(wish), day(on));
  const [on, wish] = saves.at(-1)!;
  const now = day(asked ?? on);
  const lowest = lowestPrice30d(history, priced(wish), now);
  return { history, lowest: lowest?.toNumber() ?? null };
}

describe('lowestPrice30d', () => {
  it.each<[string, [number, Wish][], number | null]>([
    [
      'SA18 37 → 21 → 30 shows 21',
      [
        [0, { unit: 37 }],
        [1, { unit: 37, sale: 21 }],
        [2, { unit: 37, sale: 30 }],
      ],
      21,
    ],
    [
      'SA20 42 → 21 (1 Dec) → 39 (1 Jan) → 33 (15 Feb) shows 39',
      [
        [-61, { unit: 42 }],
        [-31, { unit: 42, sale: 21 }],
        [0, { unit: 39 }],
        [45, { unit: 39, sale: 33 }],
      ],
      39,
    ],
    [
      'SA22 10 (1 Jan), 9 (5 Jan), 11 (5 Feb), 13 (15 Feb), 15 down from 20 (25 Feb) shows 9',
      [
        [0, { unit: 10 }],
        [4, { unit: 9 }],
        [35, { unit: 11 }],
        [45, { unit: 13 }],
        [55, { unit: 20, sale: 15 }],
      ],
      9,
    ],
    ['SA24 no sale shows nothing', [[0, { unit: 10 }]], null],
    [
      'SA24 a sale that was removed shows nothing',
      [
        [0, { unit: 10 }],
        [1, { unit: 10, sale: 5 }],
        [2, { unit: 10 }],
      ],
      null,
    ],
    ['it never cost anything else', [[0, { unit: 10, sale: 5 }]], null],
    [
      'a time without a price does not count',
      [
        [0, { unit: null }],
        [1, { unit: 10 }],
        [2, { unit: null }],
        [3, { unit: 10, sale: 5 }],
      ],
      10,
    ],
    [
      'a price that ended exactly 30 days before is too old',
      [
        [0, { unit: 5 }],
        [10, { unit: 10 }],
        [40, { unit: 10, sale: 8 }],
      ],
      10,
    ],
    [
      'and one that ended a moment later is not',
      [
        [0, { unit: 5 }],
        [10.001, { unit: 10 }],
        [40, { unit: 10, sale: 8 }],
      ],
      5,
    ],
    [
      'a window that ended by itself: nobody wrote anything on day 5',
      [
        [0, { unit: 10, sale: 6, from: 2, to: 5 }],
        [20, { unit: 10, sale: 8 }],
      ],
      6,
    ],
    [
      'a coming reduction looks back from its own start',
      [
        [0, { unit: 5 }],
        [10, { unit: 10 }],
        [30, { unit: 10, sale: 8, from: 41 }],
      ],
      10,
    ],
    [
      'what was announced and taken back was never offered',
      [
        [0, { unit: 10, sale: 2, from: 5 }],
        [4, { unit: 10 }],
        [6, { unit: 10, sale: 8 }],
      ],
      10,
    ],
    [
      'saving it again does not begin it again',
      [
        [0, { unit: 10 }],
        [1, { unit: 10, sale: 8 }],
        [5, { unit: 12, sale: 8 }],
      ],
      10,
    ],
  ])('%s', (_name, saves, expected) => {
    expect(lived(saves).lowest).toBe(expected);
  });

  it('stays what it was while a reduction lasts, however long, and though old entries are forgotten', () => {
    const saves: [number, Wish][] = [
      [0, { unit: 9 }],
      [10, { unit: 10 }],
      [20, { unit: 10, sale: 8 }],
    ];
    expect(lived(saves).lowest).toBe(9);
    expect(lived([...saves, [300, { unit: 11, sale: 8 }]]).lowest).toBe(9);
  });
});

describe('continueHistory', () => {
  const written = (history: PriceEntry[]) =>
    history.map(({ at, price }) => [
      (at.getTime() - day(0).getTime()) / DAY,
      price?.toNumber() ?? null,
    ]);

  it('writes down beforehand when a window begins and ends', () => {
    const { history } = lived([[0, { unit: 20, sale: 15, from: 1, to: 5 }]]);
    expect(written(history)).toEqual([
      [0, 20],
      [1, 15],
      [5, 20],
    ]);
  });

  it('replaces what was to come, and keeps what was', () => {
    const { history } = lived([
      [0, { unit: 20, sale: 15, from: 1, to: 5 }],
      [3, { unit: 20, sale: 10, to: 9 }],
    ]);
    expect(written(history)).toEqual([
      [0, 20],
      [1, 15],
      [3, 10],
      [9, 20],
    ]);
  });

  it('forgets what no reduction can ask about any more', () => {
    const saves = Array.from({ length: 100 }, (_, on): [number, Wish] => [on, { unit: on + 1 }]);
    const { history } = lived(saves);
    expect(history).toHaveLength(31);
    expect(written(history).at(0)).toEqual([69, 70]);
  });

  const anyDay = fc.option(fc.integer({ min: -5, max: 80 }), { nil: undefined });
  const anySave = fc.record({
    after: fc.integer({ min: 0, max: 15 }),
    unit: fc.option(fc.integer({ min: 1, max: 9 })),
    sale: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    from: anyDay,
    to: anyDay,
  });

  /** A second opinion: every hour of the time is looked at. */
  it('says what it cost at every hour that still counts, and what was the lowest', () => {
    fc.assert(
      fc.property(fc.array(anySave, { minLength: 1, maxLength: 6 }), (drawn) => {
        let now = 0;
        const saves = drawn.map(({ after, ...wish }): [number, Wish] => [(now += after), wish]);
        const { history, lowest } = lived(saves);
        const at = (hour: number) => new Date(day(0).getTime() + (hour * DAY) / 24);
        const cost = (hour: number) => {
          const save = saves.filter(([on]) => on * 24 <= hour).at(-1);
          return save && (currentPrice(priced(save[1]), at(hour)).price?.toNumber() ?? null);
        };
        const present = priced(saves.at(-1)![1]);
        const first = saves[0]![0] * 24;

        // Back from now, or from the start of the coming reduction, to where its price began.
        let start = now * 24;
        if (!currentPrice(present, at(start)).onSale) {
          const from = present.saleFrom
            ? (present.saleFrom.getTime() - day(0).getTime()) / (DAY / 24)
            : -1;
          if (from <= start || !currentPrice(present, at(from)).onSale) {
            expect(lowest).toBeNull();
            return;
          }
          start = from;
        }
        while (start > first && cost(start - 1) === cost(start)) start -= 1;
        const before: number[] = [];
        for (let hour = Math.max(first, start - 30 * 24); hour < start; hour += 1) {
          before.push(...[cost(hour) ?? []].flat());
        }
        expect(lowest).toBe(before.length > 0 ? Math.min(...before) : null);
        expect(
          history.every((entry, index) => index === 0 || entry.at > history[index - 1]!.at)
        ).toBe(true);
      }),
      { numRuns: 300 }
    );
  });

  it('repeated at once it changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anySave, { minLength: 1, maxLength: 6 }), (drawn) => {
        let now = 0;
        const saves = drawn.map(({ after, ...wish }): [number, Wish] => [(now += after), wish]);
        const { history } = lived(saves);
        expect(continueHistory(history, priced(saves.at(-1)![1]), day(now))).toEqual(history);
      })
    );
  });
});
