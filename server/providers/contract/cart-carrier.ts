import assert from 'node:assert/strict';

import type { CartCarrier, CartCarrierContext } from '../cart-carrier';
import { runSuite, type SuiteOptions } from './suite';

/** As long and as odd as tokens are. */
const TOKEN = 'T7skAuTP3W52BHTqsJE0C5TRvlkwJCp0GMh6_oyHv-s';
const OTHER = 'k2mB0eXh_4Zq9vYcWnR7uLtJ1sPd3fGaHi5oKxQwE8c';

const NONSENSE = [
  '',
  ' ',
  '0',
  'null',
  '{"a":1}',
  '../../x',
  '%00',
  'é'.repeat(50),
  'x'.repeat(5000),
];

/** What a shop may expect of a cart carrier, as tests. */
export function testCartCarrier(carrier: CartCarrier, options: SuiteOptions = {}): void {
  runSuite(
    `the cart carrier ${carrier.name}`,
    {
      'has a name, reads and writes': () => {
        assert.ok(typeof carrier.name === 'string' && carrier.name !== '', 'it has no name');
        assert.equal(typeof carrier.read, 'function', 'it has no read');
        assert.equal(typeof carrier.write, 'function', 'it has no write');
      },
      'finds no token in the request of a new visitor': () => {
        assert.ok(!carrier.read(new Browser().request()), 'it read a token that nobody gave out');
      },
      'brings back the token that it gave out, request after request': () => {
        const browser = new Browser();
        carrier.write(browser.request(), TOKEN);
        assert.equal(carrier.read(browser.request()), TOKEN);
        assert.equal(carrier.read(browser.request()), TOKEN);
      },
      'brings back the last of two tokens': () => {
        const browser = new Browser();
        carrier.write(browser.request(), OTHER);
        carrier.write(browser.request(), TOKEN);
        assert.equal(carrier.read(browser.request()), TOKEN);
      },
      'takes a spent token away': () => {
        const browser = new Browser();
        carrier.write(browser.request(), TOKEN);
        carrier.write(browser.request(), null);
        assert.notEqual(carrier.read(browser.request()), TOKEN);
      },
      'keeps two browsers apart': () => {
        const [one, two] = [new Browser(), new Browser()];
        carrier.write(one.request(), TOKEN);
        carrier.write(two.request(), OTHER);
        assert.equal(carrier.read(one.request()), TOKEN);
        assert.equal(carrier.read(two.request()), OTHER);
      },
      'answers nonsense with a text or nothing, and never throws': () => {
        for (const nonsense of NONSENSE) {
          const read: unknown = carrier.read(new Browser(nonsense).request());
          assert.ok(read === null || typeof read === 'string', `it read ${String(read)}`);
        }
      },
    },
    options
  );
}

/**
 * A browser with a front end in it: keeps cookies, and sends back every header that an answer brought. With `nonsense`
 * every header and every cookie of its requests is that.
 */
class Browser {
  private readonly headers = new Map<string, string>();
  private readonly cookies = new Map<string, string>();

  constructor(private readonly nonsense?: string) {}

  request(): CartCarrierContext {
    const sent = new Map(this.headers);
    const kept = new Map(this.cookies);
    return {
      get: (name) => this.nonsense ?? sent.get(name.toLowerCase()) ?? '',
      set: (name, value) => {
        this.headers.set(name.toLowerCase(), value);
      },
      cookies: {
        get: (name) => this.nonsense ?? kept.get(name),
        set: (name, value) => {
          if (value === null || value === '') this.cookies.delete(name);
          else this.cookies.set(name, value);
        },
      },
    };
  }
}
