/**
 * A server that dies where a test wants it to. It is part of a process that is killed with SIGKILL in the end:
 *
 *   crash   the fake provider's crash cards kill the process at once
 *   kills   so does this step of it (void, refund), when the provider has done it and before the shop hears
 *   cut     a request with `X-Cut: <id> <n> before|after` dies at its n-th statement: nothing that it would have done is
 *           done, and the database sees its connection end, as it does when a process dies. Many requests can die in one
 *           process this way, each at another statement.
 */
const { AsyncLocalStorage } = require('node:async_hooks');
const http = require('node:http');

const die = () => process.kill(process.pid, 'SIGKILL');

/** @returns the app's configuration with the provider that it describes */
exports.prepare = ({ mortal, ...app }) => {
  if (!mortal) return app;
  const { fakePayment } = require('../../../server/providers/builtin/fake-payment');
  const fake = fakePayment({ ...mortal.fake, crash: die });
  for (const kind of mortal.kills ?? []) {
    const act = fake[kind];
    fake[kind] = (step) => {
      act(step);
      die();
    };
  }
  cutRequests();
  return { ...app, cartwright: { ...app.cartwright, providers: { payments: [fake] } } };
};

function cutRequests() {
  const requests = new AsyncLocalStorage();
  const { emit } = http.Server.prototype;
  http.Server.prototype.emit = function (event, request, ...rest) {
    const [id, at, when] = String(request?.headers?.['x-cut'] ?? '').split(' ');
    const go = () => emit.call(this, event, request, ...rest);
    return event === 'request' && at
      ? requests.run({ id, at: Number(at), when, sent: 0 }, go)
      : go();
  };

  const postgres = require('knex/lib/dialects/postgres').prototype;
  const { _query: send } = postgres;
  postgres._query = function (connection, query) {
    const request = requests.getStore();
    if (!request) return send.call(this, connection, query);
    request.sent += 1;
    if (request.sent < request.at) return send.call(this, connection, query);
    const cut = () => {
      connection.connection.stream.destroy();
      process.send({ cut: request.id });
      return new Promise(() => {});
    };
    if (request.when === 'before' || request.sent > request.at) return cut();
    return send.call(this, connection, query).then(cut);
  };
}
