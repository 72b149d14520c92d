/**
 * A provider whose money is somewhere else: tests/support/late-bank.ts. A server process is told its address by the
 * environment, because a configuration that travels as JSON holds no functions.
 */
module.exports = (url) => ({
  name: 'bank',
  label: 'Bank',
  async authorize({ idempotencyKey, amount }) {
    const answer = await fetch(url, {
      method: 'POST',
      body: JSON.stringify({ idempotencyKey, amount }),
    });
    return answer.json();
  },
});
