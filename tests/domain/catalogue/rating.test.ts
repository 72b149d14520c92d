import { ratingOf } from '../../../server/domain/catalogue/rating';

describe('the rating of a product', () => {
  it('has no average while nobody has rated', () => {
    expect(ratingOf({ count: 0, sum: 0 })).toEqual({ count: 0, sum: 0, average: null });
  });

  it.each([
    [1, 5, 5],
    [2, 9, 4.5],
    [3, 13, 4.33],
    [3, 14, 4.67],
    // Halves go up, where a binary 1.005 would go down.
    [200, 201, 1.01],
    [8, 17, 2.13],
    [1_000_000, 4_999_999, 5],
  ])('of %i ratings that add up to %i is %d', (count, sum, average) => {
    expect(ratingOf({ count, sum })).toEqual({ count, sum, average });
  });
});
