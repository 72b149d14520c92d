import {
  countingRow,
  followTicks,
  type TickedRow,
} from '../../../server/domain/catalogue/follow-ticks';

const row = (id: number, locale: string, published: boolean, ...ticks: string[]): TickedRow => ({
  id,
  locale,
  published,
  ticks,
});
const told = (rows: TickedRow[], copied: number[] = []) =>
  [...followTicks(rows, 'en', copied)].map(([id, ticks]) => `${id}: ${ticks.join(' ')}`);

describe('countingRow', () => {
  it('is the draft of the default language, else another draft, else what is published', () => {
    const rows = [row(1, 'fr', true), row(2, 'en', true), row(3, 'fr', false), row(4, 'en', false)];
    expect(countingRow(rows, 'en')?.id).toBe(4);
    expect(countingRow(rows.slice(0, 3), 'en')?.id).toBe(3);
    expect(countingRow(rows.slice(0, 2), 'en')?.id).toBe(2);
    expect(countingRow<TickedRow>([], 'en')).toBeUndefined();
  });
});

describe('followTicks', () => {
  it('lets drafts follow the draft and published rows the published one', () => {
    expect(
      told([
        row(1, 'en', false, 'S'),
        row(2, 'en', true, 'S', 'M'),
        row(3, 'fr', false, 'L'),
        row(4, 'fr', true),
      ])
    ).toEqual(['1: S', '2: S M', '3: S', '4: S M']);
  });

  it('lets a published language follow the draft where the default language is not published', () => {
    expect(told([row(1, 'en', false, 'S'), row(2, 'fr', false), row(3, 'fr', true)])).toEqual([
      '1: S',
      '2: S',
      '3: S',
    ]);
  });

  it('gives a row that was just copied the ticks of its counterpart, also those that were lost on the way', () => {
    const published = [row(1, 'fr', false, 'S', 'M'), row(2, 'fr', true, 'M')];
    expect(told(published, [2])).toEqual(['1: S M', '2: S M']);
    expect(told(published)).toEqual(['1: S M', '2: M']);
    const discarded = [row(3, 'fr', false, 'M'), row(2, 'fr', true, 'S', 'M')];
    expect(told(discarded, [3])).toEqual(['3: S M', '2: S M']);
  });
});
