import { readAvailable, readReservation } from '../../../server/domain/inventory/read-answers';

describe('how many there are', () => {
  it('is one whole number for each thing, or null', () => {
    expect(readAvailable([0, null, 7], 3)).toEqual([0, null, 7]);
    expect(readAvailable([], 0)).toEqual([]);
  });

  it.each([undefined, null, 7, {}, [], [1, 2], ['1'], [1.5], [-1], [NaN], [Infinity], [undefined]])(
    'is not %p',
    (answer) => {
      expect(() => readAvailable(answer, 1)).toThrow(/^not a/);
    }
  );
});

describe('whether units are kept', () => {
  const items = [
    { sku: 'MUG', quantity: 2 },
    { sku: 'MUG', quantity: 3 },
    { sku: null, quantity: 1 },
  ];

  it('is null when they are, else what was asked for and what there is', () => {
    expect(readReservation({ status: 'reserved' }, items)).toBeNull();
    const short = { status: 'unavailable', sku: 'MUG', available: 4 };
    expect(readReservation(short, items)).toEqual({ sku: 'MUG', requested: 5, available: 4 });
    const unnamed = { status: 'unavailable', sku: null, available: 0 };
    expect(readReservation(unnamed, items)).toEqual({ sku: null, requested: 1, available: 0 });
  });

  it.each([
    undefined,
    'reserved',
    { status: 'kept' },
    { status: 'unavailable' },
    { status: 'unavailable', sku: 'PEN', available: 0 },
    { status: 'unavailable', sku: 'MUG', available: -1 },
    { status: 'unavailable', sku: 'MUG' },
  ])('is not %j', (answer) => {
    expect(() => readReservation(answer, items)).toThrow(/^n/);
  });
});
