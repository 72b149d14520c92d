const remotePayment = require('../remote-payment');

/**
 * A global instead of variables, because a site's configuration may hold functions and objects (providers).
 * `startStrapi` sets it before each start. A shop of a test writes no mails, and so prints no invoices behind its back,
 * unless the test says `mails: {}`.
 */
const NO_MAILS = Object.fromEntries(
  ['receipt', 'paymentReceived', 'shipped', 'refunded', 'cancelled', 'paymentLink'].map((kind) => [
    kind,
    false,
  ])
);

module.exports = () => {
  const { cartwright = {}, enabled = true, plugins = {} } = globalThis.cartwrightTestApp ?? {};
  return {
    'cartwright': {
      enabled,
      resolve: './plugin',
      config: { mails: NO_MAILS, ...withBank(cartwright) },
    },
    'users-permissions': { config: { jwtSecret: 'test-jwt-secret' } },
    ...plugins,
  };
};

function withBank(cartwright) {
  const url = process.env.TEST_BANK_URL;
  if (!url) return cartwright;
  const { providers = {} } = cartwright;
  const payments = [...(providers.payments ?? []), remotePayment(url)];
  return { ...cartwright, providers: { ...providers, payments } };
}
