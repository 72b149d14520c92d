import {
  EMPTY,
  formAgain,
  type NewOrderForm,
  orderWish,
  previewWish,
  withCustomer,
  withItem,
} from '../../../../admin/pages/new-order/new-order-form';
import { typedAddress } from '../../../../admin/pages/order-form/typed-address';
import type { FoundCustomerDto } from '../../../../server/contracts/customers';
import type { AdminOrderDto } from '../../../../server/contracts/orders';

const LONDON = { firstName: 'Ada', city: 'London', country: 'GB' };
const LEEDS = { ...LONDON, city: 'Leeds' };
const KITE = {
  type: 'variation',
  documentId: 'kite',
  sku: 'KITE',
  description: 'Kite',
  options: [],
  image: null,
};
const withKite = withItem(EMPTY, KITE, 'k1');
const ada: FoundCustomerDto = {
  account: 'ada',
  email: 'ada@example.com',
  orders: 1,
  lastOrderAt: null,
  billing: LONDON,
  shipping: null,
};

it('choosing the same thing again is one more of it', () => {
  const twice = withItem(withKite, KITE, 'k2');
  expect(twice.items).toMatchObject([{ key: 'k1', quantity: '2' }]);
  const other = withItem(twice, { ...KITE, documentId: 'mug' }, 'k3');
  expect(other.items.map(({ key, quantity }) => [key, quantity])).toEqual([
    ['k1', '2'],
    ['k3', '1'],
  ]);
});

it('a thing with words of its own stays apart', () => {
  const engraved = { ...withKite, items: [{ ...withKite.items[0]!, data: { text: 'For Bob' } }] };
  expect(withItem(engraved, KITE, 'k2').items).toHaveLength(2);
});

describe('a customer', () => {
  it('fills in addresses', () => {
    expect(withCustomer(EMPTY, ada)).toMatchObject({
      account: 'ada',
      email: 'ada@example.com',
      billing: typedAddress(LONDON),
      sameAsBilling: true,
    });
    expect(withCustomer(EMPTY, { ...ada, shipping: LEEDS })).toMatchObject({
      shipping: typedAddress(LEEDS),
      sameAsBilling: false,
    });
  });

  it('of whom nothing is known leaves what was typed', () => {
    const typed = { ...EMPTY, billing: typedAddress(LEEDS) };
    expect(withCustomer(typed, { ...ada, billing: null })).toMatchObject({
      email: 'ada@example.com',
      billing: typedAddress(LEEDS),
    });
  });
});

describe('what is asked for', () => {
  it('is nothing before there is an item, and while a quantity is none', () => {
    expect(orderWish(EMPTY)).toBeNull();
    const [item] = withKite.items;
    expect(orderWish({ ...withKite, items: [{ ...item!, quantity: '' }] })).toBeNull();
  });

  it('is all that was filled in', () => {
    const form: NewOrderForm = {
      ...withCustomer(withKite, { ...ada, shipping: LEEDS }),
      instructions: ' Ring ',
      discountCode: 'SPRING',
      shippingOption: 'flat',
      paymentMethod: 'manual',
    };
    expect(orderWish(form)).toEqual({
      account: 'ada',
      email: 'ada@example.com',
      billing: LONDON,
      shipping: LEEDS,
      sameAsBilling: false,
      instructions: 'Ring',
      shippingOption: 'flat',
      paymentMethod: 'manual',
      discountCode: 'SPRING',
      items: [{ type: 'variation', documentId: 'kite', quantity: 1, data: null }],
    });
  });

  it('has no second address where it is the first', () => {
    expect(orderWish({ ...withKite, shipping: typedAddress(LEEDS) })).toMatchObject({
      shipping: null,
      sameAsBilling: true,
    });
  });

  it('half an e-mail hinders no preview', () => {
    const wish = orderWish({ ...withKite, email: 'ada@' });
    expect(previewWish(wish)).not.toHaveProperty('email');
    expect(previewWish(orderWish({ ...withKite, email: 'ada@x.org' }))?.email).toBe('ada@x.org');
    expect(previewWish(null)).toBeNull();
  });
});

it('the same again has who, what and where to, and not the code', () => {
  const order = {
    account: null,
    email: 'ada@example.com',
    billing: LONDON,
    shipping: LONDON,
    discountCode: { code: 'SPRING' },
    shippingOption: { code: 'flat' },
    items: [{ id: 'line', ...KITE, quantity: 3, data: { text: 'For Bob' }, toShip: 0 }],
  } as unknown as AdminOrderDto;
  expect(orderWish(formAgain(order))).toMatchObject({
    email: 'ada@example.com',
    billing: LONDON,
    sameAsBilling: true,
    shippingOption: 'flat',
    discountCode: null,
    items: [{ documentId: 'kite', quantity: 3, data: { text: 'For Bob' } }],
  });
});
