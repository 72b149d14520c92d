import { summarizeVariations } from '../../../server/domain/catalogue/summarize-variations';
import type { Variation } from '../../../server/domain/catalogue/variation';
import { money } from '../../../server/domain/money/money';

const NOW = new Date('2026-11-28T00:00:00Z');
const at = (time: string) => new Date(`2026-11-${time}`);

const variation = (fields: Partial<Variation>) =>
  ({
    unitPrice: money(10),
    salePrice: null,
    saleFrom: null,
    saleTo: null,
    stock: null,
    isDefault: false,
    retired: false,
    ...fields,
  }) as Variation;

const figures = (...variations: Variation[]) => {
  const { priceMin, priceMax, standard: _, ...rest } = summarizeVariations(variations, NOW);
  return { ...rest, prices: [priceMin?.toFixed() ?? null, priceMax?.toFixed() ?? null] };
};

const NONE = { live: 0, retired: 0, withoutPrice: 0, stock: null, soldOut: 0, uncounted: 0 };

it('of none is nothing', () => {
  expect(figures()).toEqual({ ...NONE, prices: [null, null] });
});

it('retired ones are counted and nothing else', () => {
  const retired = variation({ retired: true, unitPrice: money(1), stock: 5, isDefault: true });
  expect(figures(retired, variation({}))).toEqual({
    ...NONE,
    live: 1,
    retired: 1,
    uncounted: 1,
    prices: ['10', '10'],
  });
  expect(summarizeVariations([retired], NOW).standard).toBeNull();
});

it('prices are those of the moment, compared as amounts', () => {
  const sale = { salePrice: money('9.5'), saleFrom: NOW, saleTo: at('29T00:00:00Z') };
  const over = { unitPrice: money(30), salePrice: money(1), saleTo: NOW };
  expect(figures(variation(sale), variation(over), variation({ unitPrice: null }))).toEqual({
    ...NONE,
    live: 3,
    withoutPrice: 1,
    uncounted: 3,
    prices: ['9.5', '30'],
  });
});

it('stock is that of what is counted', () => {
  const stocks = [3, 0, null, 4].map((stock) => variation({ stock }));
  expect(figures(...stocks)).toMatchObject({ stock: 7, soldOut: 1, uncounted: 1 });
});

it('the default is named', () => {
  const standard = variation({ isDefault: true });
  expect(summarizeVariations([variation({}), standard], NOW).standard).toBe(standard);
});
