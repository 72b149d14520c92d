import type { CommerceError } from '../../../server/domain/errors';
import { ask } from '../../../server/providers/ask';

const refusalOf = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: unknown) => error as CommerceError & { cause: Error }
  );
const read = (answer: unknown) => answer;

describe('asking a provider', () => {
  it('hands on what was read of its answer, given now or later', async () => {
    expect(
      await ask(
        'post',
        () => 1,
        (answer) => Number(answer) + 1
      )
    ).toBe(2);
    expect(await ask('post', () => Promise.resolve(1), read)).toBe(1);
  });

  it.each<[string, () => unknown, (answer: unknown) => unknown]>([
    [
      'an exception',
      () => {
        throw new Error('ECONNREFUSED');
      },
      read,
    ],
    ['a rejection', () => Promise.reject(new Error('ECONNREFUSED')), read],
    [
      'an answer that is not understood',
      () => 7,
      () => {
        throw new Error('ECONNREFUSED');
      },
    ],
  ])(
    'makes trouble of %s, with the cause for the log and not for the shopper',
    async (_, question, reader) => {
      const refused = await refusalOf(ask('post', question, reader));
      expect(refused).toMatchObject({ code: 'provider_failed', details: { provider: 'post' } });
      expect(refused?.message).not.toContain('ECONNREFUSED');
      expect(refused?.cause.message).toBe('ECONNREFUSED');
    }
  );

  describe('that is silent', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    it('gives up after twenty seconds, and not before', async () => {
      const told = jest.fn();
      const answer = refusalOf(ask('post', () => new Promise(() => undefined), read));
      void answer.then(told);
      await jest.advanceTimersByTimeAsync(19_999);
      expect(told).not.toHaveBeenCalled();
      await jest.advanceTimersByTimeAsync(1);
      expect(await answer).toMatchObject({
        code: 'provider_failed',
        details: { provider: 'post' },
      });
    });

    it('leaves no timer behind when it does answer, nor when it fails', async () => {
      await ask('post', () => 1, read);
      await refusalOf(ask('post', () => Promise.reject(new Error('no')), read));
      expect(jest.getTimerCount()).toBe(0);
    });
  });
});
