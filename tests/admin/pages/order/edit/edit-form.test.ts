import {
  type EditForm,
  editWish,
  isReadable,
  UNTOUCHED,
} from '../../../../../admin/pages/order/edit/edit-form';
import { typedAddress } from '../../../../../admin/pages/order-form/typed-address';
import type { AdminOrderDto } from '../../../../../server/contracts/orders';
import type { ThingToSellDto } from '../../../../../server/contracts/staff';

const LONDON = { firstName: 'Ada', city: 'London', country: 'GB' };
const order = {
  revision: 3,
  email: 'ada@example.com',
  billing: LONDON,
  shipping: LONDON,
  instructions: null,
  shippingOption: { code: 'flat', label: 'Flat', amount: '5.00' },
  items: [
    { id: 'shirt', quantity: 2 },
    { id: 'mug', quantity: 1 },
  ],
} as unknown as AdminOrderDto;
const thing = { type: 'variation', documentId: 'kite' } as ThingToSellDto;
const wishOf = (form: Partial<EditForm>) => editWish(order, { ...UNTOUCHED, ...form });

it.each<[string, Partial<EditForm>]>([
  ['nothing touched', {}],
  ['a quantity as it was', { quantities: { shirt: '2' } }],
  ['an address as it was', { billing: typedAddress(LONDON) }],
  ['an e-mail as it was', { email: ' ada@example.com ' }],
  ['no instructions still', { instructions: '  ' }],
  ['the same way of shipping', { shippingOption: 'flat' }],
  ['a line that the order has not any more', { quantities: { gone: '4' } }],
])('asks for nothing: %s', (_, form) => {
  expect(wishOf(form)).toBeNull();
});

it.each<[string, Partial<EditForm>, object]>([
  [
    'more of an item',
    { quantities: { shirt: '3' } },
    { quantities: [{ id: 'shirt', quantity: 3 }] },
  ],
  ['an item removed', { quantities: { mug: '0' } }, { quantities: [{ id: 'mug', quantity: 0 }] }],
  [
    'an item added',
    { added: [{ thing, quantity: '2' }] },
    { add: [{ type: 'variation', documentId: 'kite', quantity: 2, data: null }] },
  ],
  [
    'another city, the address whole',
    { shipping: typedAddress({ ...LONDON, city: ' Leeds ' }) },
    { shipping: { ...LONDON, city: 'Leeds' } },
  ],
  [
    'a part of an address taken out',
    { billing: typedAddress({ city: 'London', country: 'GB' }) },
    { billing: { city: 'London', country: 'GB' } },
  ],
  ['another e-mail', { email: 'bob@example.com' }, { email: 'bob@example.com' }],
  ['instructions', { instructions: ' Ring twice ' }, { instructions: 'Ring twice' }],
  ['another way of shipping', { shippingOption: 'express' }, { shippingOption: 'express' }],
])('asks for what differs, and says of which edition: %s', (_, form, wish) => {
  expect(wishOf(form)).toEqual({ expectedRevision: 3, ...wish });
});

it.each<[string, Partial<EditForm>, boolean]>([
  ['whole numbers', { quantities: { shirt: '3', mug: '0' } }, true],
  ['nothing', { quantities: { shirt: '' } }, false],
  ['half a unit', { quantities: { shirt: '1.5' } }, false],
  ['less than nothing', { quantities: { shirt: '-1' } }, false],
  ['none of a new thing', { added: [{ thing, quantity: '0' }] }, false],
])('what can be asked for: %s', (_, form, isOne) => {
  expect(isReadable({ ...UNTOUCHED, ...form })).toBe(isOne);
});
