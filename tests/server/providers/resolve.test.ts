import { readSettings } from '../../../server/config';
import { resolveProviders } from '../../../server/providers/resolve';

/** What the start says, which asks for the providers before anybody can (a real start: server/config.test.ts). */
function starting(providers: object): string {
  try {
    resolveProviders({} as never, readSettings({ providers }));
    return 'it started';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('D-47: a start with half a provider fails with its key and what it lacks', () => {
  it.each<[string, object, string]>([
    ['tax without its method', { tax: { name: 'vat' } }, '"providers.tax" lacks tax'],
    ['tax without a name', { tax: { tax: () => null } }, '"providers.tax" lacks name'],
    ['a tax function that makes nothing', { tax: () => null }, '"providers.tax" lacks name, tax'],
    [
      'shipping without its method',
      { shipping: { name: 'p' } },
      '"providers.shipping" lacks quote',
    ],
    [
      'a method that is none',
      { shipping: { name: 'p', quote: [] } },
      '"providers.shipping" lacks quote',
    ],
    [
      'a shipping function that makes nothing',
      { shipping: () => undefined },
      '"providers.shipping" lacks name, quote',
    ],
    [
      'a name in place of a provider',
      { shipping: 'dhl' },
      '"providers.shipping" must be a provider',
    ],
  ])('%s', (_, providers, words) => {
    expect(starting(providers)).toContain(words);
  });
});
