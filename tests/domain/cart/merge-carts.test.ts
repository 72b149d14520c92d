import { type Cart, type CartDetails, NO_DETAILS } from '../../../server/domain/cart/cart';
import { type MergeStrategy, mergeCarts } from '../../../server/domain/cart/merge-carts';
import { line, NOON } from '../support/sellables';

const MAX = { maxQuantityPerItem: 10 };

interface Wish {
  /** Quantities by the name of the thing. */
  holds?: Record<string, number>;
  details?: Partial<CartDetails>;
  discountCode?: string | null;
}

function cartOf(owner: string, { holds = {}, details = {}, discountCode = null }: Wish) {
  const cart: Cart = {
    rowId: 1,
    documentId: owner,
    status: 'open',
    version: 1,
    account: null,
    details: { ...NO_DETAILS, ...details },
    discountCode,
    orderDocumentId: null,
    shown: null,
    expiresAt: null,
    updatedAt: NOON,
  };
  const lines = Object.entries(holds).map(([name, quantity]) =>
    line({ id: `${owner}-${name}`, lineKey: name, documentId: name, quantity })
  );
  return { cart, lines };
}

const merged = (own: Wish, other: Wish, strategy: MergeStrategy = 'add') =>
  mergeCarts(cartOf('own', own), cartOf('other', other), strategy, MAX);

const quantities = ({ lines }: ReturnType<typeof merged>) =>
  Object.fromEntries(lines.map(({ id, quantity }) => [id, quantity]));

describe('two carts made one (6.6)', () => {
  it.each<[MergeStrategy, number, number, number]>([
    ['add', 2, 3, 5],
    ['replace', 2, 5, 5],
    ['replace', 5, 2, 2],
    ['keep_higher', 3, 7, 7],
    ['keep_higher', 7, 3, 7],
  ])('D-15: %s makes %i and %i of one thing %i', (strategy, own, other, both) => {
    const result = merged({ holds: { mug: own } }, { holds: { mug: other } }, strategy);
    expect([quantities(result), result.notices]).toEqual([{ 'own-mug': both }, []]);
  });

  it('D-16: keeps what is in one of them only, its own first', () => {
    const result = merged({ holds: { mug: 1 } }, { holds: { pen: 2 } }, 'replace');
    expect(quantities(result)).toEqual({ 'own-mug': 1, 'other-pen': 2 });
  });

  it.each<[string, Record<string, number>, Record<string, number>, Record<string, number>, number]>(
    [
      ['D-14: a sum above the most of one thing', { mug: 6 }, { mug: 6 }, { 'own-mug': 10 }, 12],
      ['D-14: a new line above it', {}, { mug: 20 }, { 'other-mug': 10 }, 20],
    ]
  )('%s is clamped, with a notice', (_, own, other, expected, requested) => {
    const result = merged({ holds: own }, { holds: other });
    expect(quantities(result)).toEqual(expected);
    const [itemId] = Object.keys(expected);
    expect(result.notices).toEqual([{ code: 'quantity_clamped', itemId, requested, quantity: 10 }]);
  });

  it('takes nothing away from a line that was above it already', () => {
    expect(quantities(merged({ holds: { mug: 15 } }, { holds: { mug: 1 } }))).toEqual({
      'own-mug': 15,
    });
  });

  it('keeps its own code, and takes the other’s where it has none', () => {
    expect(merged({ discountCode: 'OWN' }, { discountCode: 'OTHER' }).discountCode).toBe('OWN');
    expect(merged({}, { discountCode: 'OTHER' }).discountCode).toBe('OTHER');
    expect(merged({ discountCode: 'OWN' }, {}).discountCode).toBe('OWN');
  });

  it('keeps its own words, and takes the other’s where it has none', () => {
    const own = { email: 'own@example.com', shippingOption: 'post' };
    const other = {
      email: 'other@example.com',
      instructions: 'Ring twice',
      shippingOption: 'freight',
      paymentMethod: 'card',
    };
    expect(merged({ details: own }, { details: other }).details).toMatchObject({
      email: 'own@example.com',
      instructions: 'Ring twice',
      shippingOption: 'post',
      paymentMethod: 'card',
    });
  });

  it.each<[string, Partial<CartDetails>]>([
    ['a bill', { billing: { city: 'London' } }],
    ['a delivery', { shipping: { city: 'London' }, sameAsBilling: false }],
  ])('never mixes addresses: with %s of its own it takes none of the other’s', (_, own) => {
    const other = { billing: { city: 'Paris' }, shipping: { city: 'Rome' }, sameAsBilling: false };
    const { details } = merged({ details: own }, { details: other });
    expect(details).toMatchObject({ billing: null, shipping: null, sameAsBilling: true, ...own });
    expect(merged({}, { details: other }).details).toMatchObject(other);
  });
});
