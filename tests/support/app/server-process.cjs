/**
 * The test app as a process of its own, for tests of several servers on one database. Started with an IPC channel; tells
 * its address when it listens, and ends when the channel does. The plugin is compiled from source as jest does it.
 */
const { readFileSync } = require('node:fs');

const { transformSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  module._compile(code, filename);
};

async function run() {
  const { createStrapi } = require('@strapi/strapi');
  const app = JSON.parse(process.env.CARTWRIGHT_TEST_APP || '{}');
  globalThis.cartwrightTestApp = require('./mortal.cjs').prepare(app);
  const strapi = createStrapi({
    appDir: __dirname,
    distDir: __dirname,
    autoReload: false,
    serveAdminPanel: false,
  });
  await strapi.load();
  // As in tests/support/mailbox.ts: no test sends a mail to anybody.
  if (strapi.plugins.email) strapi.plugins.email.provider = { send: async () => {} };
  strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen(0, '127.0.0.1', resolve);
  });
  process.once('disconnect', () => void strapi.destroy().finally(() => process.exit(0)));
  process.send({ url: `http://127.0.0.1:${httpServer.address().port}` });
}

run().catch((error) => {
  console.error(error);
  process.exit(1);
});
