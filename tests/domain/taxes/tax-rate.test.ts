import { findTaxRate, type TaxRate } from '../../../server/domain/taxes/tax-rate';

const rate = (label: string, country: string, own: Partial<TaxRate> = {}): TaxRate => ({
  label,
  country,
  rate: '1',
  ...own,
});

function found(
  rates: TaxRate[],
  country: string | null,
  region: string | null = null,
  taxClass: string | null = null
) {
  return findTaxRate(rates, { country, region, taxClass })?.label ?? null;
}

/** Every order of the table must answer the same, unless two rows are equal. */
function eachOrder(rates: TaxRate[]): [string, TaxRate[]][] {
  return [
    ['as given', rates],
    ['reversed', [...rates].reverse()],
  ];
}

describe.each(
  eachOrder([
    rate('any', '*'),
    rate('DE', 'DE'),
    rate('DE books', 'DE', { class: 'books' }),
    rate('any food', '*', { class: 'food' }),
  ])
)('findTaxRate in a table %s', (_order, rates) => {
  it.each([
    ['an exact country beats *', 'DE', null, 'DE'],
    ['* is for every other country', 'FR', null, 'any'],
    ["a class has its country's own rate", 'DE', 'books', 'DE books'],
    ['a class without a rate of its own pays the default', 'DE', 'toys', 'DE'],
    ["a class never takes another country's rate when the country has one", 'DE', 'food', 'DE'],
    ['a class has the own rate of *', 'FR', 'food', 'any food'],
    ["a class of one country is another's default", 'FR', 'books', 'any'],
    ['before an address is known * applies', null, null, 'any'],
    ['before an address is known * applies to classes too', null, 'food', 'any food'],
    ['a rate of a country does not apply before an address is known', null, 'books', 'any'],
  ])('%s', (_name, country, taxClass, label) => {
    expect(found(rates, country, null, taxClass)).toBe(label);
  });
});

describe.each(
  eachOrder([
    rate('US', 'US'),
    rate('US food', 'US', { class: 'food' }),
    rate('CA', 'US', { region: 'CA' }),
    rate('NY', 'US', { region: 'NY' }),
    rate('NY food', 'US', { region: 'NY', class: 'food' }),
    rate('any', '*'),
  ])
)('findTaxRate with regions in a table %s', (_order, rates) => {
  it.each([
    ['an exact region beats none', 'US', 'CA', null, 'CA'],
    ['another region pays the rate of the country', 'US', 'TX', null, 'US'],
    ['no region known: the rate of the country', 'US', null, null, 'US'],
    ['a class in a region that has one', 'US', 'NY', 'food', 'NY food'],
    ['the place decides before the class', 'US', 'CA', 'food', 'CA'],
    ['a class where the region has no rate at all', 'US', 'TX', 'food', 'US food'],
    ['a region of the same name in another country', 'FR', 'CA', null, 'any'],
  ])('%s', (_name, country, region, taxClass, label) => {
    expect(found(rates, country, region, taxClass)).toBe(label);
  });
});

describe('findTaxRate', () => {
  it('answers null, no tax, for a class without a rate of its own and without a default', () => {
    const rates = [rate('DE books', 'DE', { class: 'books' })];
    expect(found(rates, 'DE', null, 'toys')).toBeNull();
    expect(found(rates, 'DE', null, null)).toBeNull();
    expect(found(rates, 'FR', null, 'books')).toBeNull();
    expect(found([], 'DE')).toBeNull();
  });

  it('takes the default of * where a country has only rates of other classes', () => {
    expect(
      found([rate('any', '*'), rate('DE books', 'DE', { class: 'books' })], 'DE', null, 'toys')
    ).toBe('any');
  });

  it('shipping, which has no class, never takes the rate of one', () => {
    expect(
      found([rate('DE books', 'DE', { class: 'books' }), rate('DE', 'DE')], 'DE', null, null)
    ).toBe('DE');
  });

  it('does not mind capitals, blanks and empty texts', () => {
    expect(found([rate('CA', ' us ', { region: 'ca', class: '' })], 'US', 'CA ', null)).toBe('CA');
    expect(found([rate('books', 'DE', { class: 'Books', region: '' })], 'de', '', 'books')).toBe(
      'books'
    );
  });

  it('takes the first of two equal rows', () => {
    expect(found([rate('first', 'DE'), rate('second', 'DE')], 'DE')).toBe('first');
  });
});
