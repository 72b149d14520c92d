import { type RefundForm, refundWish } from '../../../../../admin/pages/order/refunds/refund-wish';
import { refundBody } from '../../../../../server/validation/order-steps';

const form = (part: Partial<RefundForm>): RefundForm => ({
  kind: 'items',
  units: {},
  shipping: false,
  amount: '',
  restock: false,
  ...part,
});

const wish = (part: Partial<RefundForm>) => refundWish(form(part), 'en');

it('nothing chosen is nothing to ask for', () => {
  expect(wish({})).toBeNull();
  expect(wish({ units: { shirt: 0 }, restock: true })).toBeNull();
  expect(wish({ kind: 'amount', amount: '  ' })).toBeNull();
});

it('items and shipping are given back together, or one without the other', () => {
  const lines = [{ id: 'shirt', quantity: 1 }];
  expect(wish({ units: { shirt: 1, mug: 0 } })).toEqual({ lines, restock: false });
  expect(wish({ units: { shirt: 1 }, shipping: true, restock: true })).toEqual({
    lines,
    shipping: true,
    restock: true,
  });
  expect(wish({ shipping: true })).toEqual({ shipping: true, restock: false });
});

it('only items can go back on the shelf', () => {
  expect(wish({ shipping: true, restock: true })).toEqual({ shipping: true, restock: false });
  expect(wish({ kind: 'amount', amount: '5', restock: true })).toEqual({
    amount: '5',
    restock: false,
  });
  expect(wish({ kind: 'all', restock: true })).toEqual({ all: true, restock: true });
});

it('what was chosen under another kind does not count', () => {
  const chosen = { units: { shirt: 1 }, shipping: true, amount: '5' };
  expect(wish({ ...chosen, kind: 'amount' })).toEqual({ amount: '5', restock: false });
  expect(wish({ ...chosen, kind: 'all' })).toEqual({ all: true, restock: false });
});

it('the server understands each of them', () => {
  const wishes = [
    wish({ units: { shirt: 1 }, restock: true }),
    wish({ shipping: true }),
    wish({ kind: 'amount', amount: '5.00' }),
    wish({ kind: 'all' }),
  ];
  for (const one of wishes) {
    expect(refundBody.safeParse({ ...one, reason: null }).success).toBe(true);
  }
});
