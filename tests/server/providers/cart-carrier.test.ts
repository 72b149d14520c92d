import type { Core } from '@strapi/strapi';

import { readSettings } from '../../../server/config';
import { defineCartCarrier } from '../../../server/providers';
import { resolveProviders } from '../../../server/providers/resolve';

const carrierOf = (config: object) =>
  resolveProviders({} as Core.Strapi, readSettings(config)).cartCarrier;

describe('the cart carrier', () => {
  it('is the header unless the config says otherwise', () => {
    expect(carrierOf({}).name).toBe('header');
    expect(carrierOf({ cart: { session: 'cookie' } }).name).toBe('cookie');
    expect(() => carrierOf({ cart: { session: 'pigeon' } })).toThrow(
      '"cart.session" must be one of: header, cookie'
    );
  });

  it('may be the site’s own, an object or a function that makes it; half a carrier stops the start', () => {
    const own = defineCartCarrier({ name: 'own', read: () => null, write: () => undefined });
    expect(carrierOf({ providers: { cartSession: own } }).name).toBe('own');
    expect(carrierOf({ providers: { cartSession: () => own } }).name).toBe('own');
    const half = { name: 'half', read: () => null };
    expect(() => carrierOf({ providers: { cartSession: half as never } })).toThrow(
      'the provider at "providers.cartSession" lacks write'
    );
  });
});
