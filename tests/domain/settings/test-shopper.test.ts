import { testShopper } from '../../../server/domain/settings/test-shopper';

const home = (options: { countries?: string[] }[], rates: { country: string; region?: string }[]) =>
  testShopper({ shipping: { options }, tax: { rates } });

describe('the shopper of a test order', () => {
  it.each([
    ['nothing is said', [], [], 'DE'],
    ['everywhere is delivered', [{}], [{ country: 'FR' }], 'FR'],
    ['everywhere is delivered by one option', [{ countries: ['AT'] }, {}], [], 'AT'],
    ['some countries are delivered', [{ countries: ['AT', 'CH'] }], [{ country: 'FR' }], 'AT'],
    ['any country is delivered', [{ countries: ['*'] }], [{ country: '*' }], 'DE'],
    ['only taxes are known', [], [{ country: '*' }, { country: 'GB' }], 'GB'],
  ])('lives where it can be delivered: %s', (_what, options, rates, country) => {
    expect(home(options, rates).country).toBe(country);
  });

  it('lives in a region that is taxed', () => {
    expect(home([], [{ country: 'US', region: 'NY' }])).toMatchObject({
      country: 'US',
      state: 'NY',
    });
  });
});
