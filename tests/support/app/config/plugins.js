/**
 * A global instead of variables, because a site's configuration may hold functions and objects (providers).
 * `startStrapi` sets it before each start.
 */
module.exports = () => {
  const { cartwright = {}, enabled = true, plugins = {} } = globalThis.cartwrightTestApp ?? {};
  return {
    'cartwright': { enabled, resolve: './plugin', config: cartwright },
    'users-permissions': { config: { jwtSecret: 'test-jwt-secret' } },
    ...plugins,
  };
};
