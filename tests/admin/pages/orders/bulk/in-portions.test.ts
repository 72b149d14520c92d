import { inPortions } from '../../../../../admin/pages/orders/bulk/in-portions';

const orders = Array.from({ length: 23 }, (_, index) => `order-${index}`);
const done = (some: string[]) => ({
  data: some.map((documentId) => ({ documentId, refusal: null })),
});

it('asks for ten after ten, and tells how far it is', async () => {
  const asked: number[] = [];
  const told: number[] = [];
  const run = await inPortions(
    orders,
    (some) => {
      asked.push(some.length);
      return Promise.resolve(done(some));
    },
    (count) => told.push(count)
  );
  expect(asked).toEqual([10, 10, 3]);
  expect(told).toEqual([0, 10, 20]);
  expect(run.results.map(({ documentId }) => documentId)).toEqual(orders);
  expect([run.left, run.error]).toEqual([[], null]);
});

it('stops at an answer that does not come, and knows what is left', async () => {
  const error = { name: 'Error', message: 'The server is away' };
  let times = 0;
  const run = await inPortions(
    orders,
    (some) => Promise.resolve((times += 1) === 2 ? { error } : done(some)),
    () => undefined
  );
  expect(times).toBe(2);
  expect(run.results).toHaveLength(10);
  expect(run.left).toEqual(orders.slice(10));
  expect(run.error).toBe(error);
});
