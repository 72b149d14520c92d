import { readSettings } from '../../server/config';

const limitsOf = (rateLimits: object) => readSettings({ rateLimits }).rateLimits;

describe('rateLimits in the config', () => {
  it('are generous by default, and keep what is not named', () => {
    expect(limitsOf({})).toEqual({
      discountCodes: { max: 100, maxPerCart: 30, seconds: 600 },
      orderLinks: { max: 100, seconds: 600 },
      checkout: { max: 600, maxPerCart: 60, seconds: 600 },
      receipts: { max: 30, maxPerOrder: 3, seconds: 600 },
    });
    expect(limitsOf({ checkout: { max: 5 }, orderLinks: false })).toMatchObject({
      checkout: { max: 5, maxPerCart: 60, seconds: 600 },
      orderLinks: false,
    });
  });

  it('take the site’s own client as it is, not a copy of it', () => {
    class Client {
      sendCommand = () => undefined;
    }
    const client = new Client();
    expect(limitsOf({ redis: client }).redis).toBe(client);
  });

  it.each([
    [{ checkout: true }, '"rateLimits.checkout" must be false, or { max, maxPerCart, seconds }'],
    [{ checkout: { max: 0 } }, '"rateLimits.checkout.max" must be a whole number from 1'],
    [
      { discountCodes: { seconds: 86_401 } },
      '"rateLimits.discountCodes.seconds" must be at most 86400',
    ],
    [
      { orderLinks: { maxPerCart: 1 } },
      '"rateLimits.orderLinks.maxPerCart" is not a setting; legal here: max, seconds',
    ],
    [{ redis: 'redis://127.0.0.1' }, '"rateLimits.redis" must be a Redis client, or a function'],
    [{ logins: false }, '"rateLimits.logins" is not a setting; legal here: redis, discountCodes'],
  ])('%j is refused with what would be legal', (rateLimits, words) => {
    expect(() => limitsOf(rateLimits)).toThrow(words);
  });
});
