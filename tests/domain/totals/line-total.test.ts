import { money } from '../../../server/domain/money/money';
import { lineTotal } from '../../../server/domain/totals/line-total';

describe('lineTotal', () => {
  it.each([
    ['C-21 5 × 20.00', '20', 5, '100.00'],
    ['D-12 999,999 × 0.01', '0.01', 999_999, '9999.99'],
    ['D-12 5 × 0.00', '0.00', 5, '0.00'],
    ['D-12 999999.99', '999999.99', 1, '999999.99'],
    ['D-37 2 × 15.00', '15.00', 2, '30.00'],
    ['D-49 2 × 9.99', '9.99', 2, '19.98'],
    ['D-53 10.00 × 3', '10.00', 3, '30.00'],
  ])('%s', (_name, unitPrice, quantity, expected) => {
    expect(lineTotal({ unitPrice: money(unitPrice), quantity }).toFixed(2)).toBe(expected);
  });
});
