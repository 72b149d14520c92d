import { sumAmounts } from '../../../server/domain/money/sum-amounts';
import { amountsOf } from '../support/texts';

describe('sumAmounts', () => {
  it('A-07 10.00 and 25.50 are 35.50, and nothing is 0', () => {
    expect(sumAmounts(amountsOf('10.00, 25.50')).toFixed(2)).toBe('35.50');
    expect(sumAmounts([]).toFixed(2)).toBe('0.00');
  });

  it('adds a thousand times 0.10 without losing a cent', () => {
    expect(sumAmounts(Array.from({ length: 1000 }, () => amountsOf('0.10')[0]!)).toFixed()).toBe(
      '100'
    );
  });
});
