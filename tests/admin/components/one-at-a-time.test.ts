import { oneAtATime } from '../../../admin/components/one-at-a-time';

it('a second click before the answer asks nobody', async () => {
  const once = oneAtATime();
  const asked: string[] = [];
  const ask = (name: string) =>
    once(async () => {
      asked.push(name);
      await Promise.resolve();
      return name;
    });
  expect(await Promise.all([ask('first'), ask('second')])).toEqual(['first', null]);
  expect(await ask('later')).toBe('later');
  expect(asked).toEqual(['first', 'later']);
});

it('after a failure it can be tried again', async () => {
  const once = oneAtATime();
  await expect(once(() => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
  expect(await once(() => Promise.resolve('there'))).toBe('there');
});
