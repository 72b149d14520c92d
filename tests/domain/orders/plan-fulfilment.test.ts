import { deriveOrder } from '../../../server/domain/orders/derive-order';
import type { Order } from '../../../server/domain/orders/order';
import { changeTracking, planFulfilment } from '../../../server/domain/orders/plan-fulfilment';
import { planRefund } from '../../../server/domain/orders/plan-refund';
import { unitsOf } from '../../../server/domain/orders/units';
import { LATER, NOW, orderOf } from '../support/orders';
import { refusalOf } from '../support/texts';

const TRACKING = {
  carrier: 'Post',
  trackingNumber: '1Z',
  trackingUrl: null,
  shippedAt: NOW.toISOString(),
};
let parcels = 0;
const ship = (order: Order, units: Record<string, number> | null, paidOutside = false) => {
  const items = units && Object.entries(units).map(([lineId, quantity]) => ({ lineId, quantity }));
  const id = `parcel-${(parcels += 1)}`;
  const after = planFulfilment(order, { ...TRACKING, items }, { id, paidOutside });
  return deriveOrder(order, after, 'Grace', NOW);
};
const refund = (order: Order, quantity: number) =>
  deriveOrder(
    order,
    planRefund(
      order,
      { kind: 'parts', lines: [{ lineId: 'line-0', quantity }], shipping: null },
      {
        id: `refund-${(parcels += 1)}`,
        by: 'Grace',
        reason: null,
        restock: false,
        at: NOW,
        retryAt: LATER,
        can: () => true,
        partly: () => true,
      }
    ),
    'Grace',
    NOW
  );
const left = (order: Order) => order.lines.map((line) => unitsOf(order, line).toShip);
const statuses = ({ fulfilmentStatus, status }: Order) => [fulfilmentStatus, status];

const order = orderOf({ lines: [{ quantity: 3 }, { quantity: 2 }] });

it('ships everything that is left, unless told what', () => {
  const first = ship(order, { 'line-0': 1 });
  expect([left(first), ...statuses(first)]).toEqual([[2, 2], 'partial', 'open']);
  const second = ship(first, null);
  expect(second.fulfilments[1]!.items).toEqual([
    { lineId: 'line-0', sku: 'sku-0', quantity: 2 },
    { lineId: 'line-1', sku: 'sku-1', quantity: 2 },
  ]);
  expect(statuses(second)).toEqual(['fulfilled', 'completed']);
});

it('never ships more than there is', () => {
  const first = ship(order, { 'line-0': 2 });
  expect(refusalOf(() => ship(first, { 'line-1': 1, 'line-0': 2 }))).toMatchObject({
    code: 'invalid_quantity',
    details: { issues: [{ path: 'items.1.quantity' }] },
  });
  expect(refusalOf(() => ship(order, { other: 1 })).code).toBe('item_not_found');
  expect(refusalOf(() => ship(ship(order, null), null))).toMatchObject({
    code: 'status_not_allowed',
  });
});

it('need not ship what was given back before it left', () => {
  const less = refund(order, 2);
  expect(left(less)).toEqual([1, 2]);
  expect(refusalOf(() => ship(less, { 'line-0': 2 })).code).toBe('invalid_quantity');
  const shipped = ship(less, null);
  expect(statuses(shipped)).toEqual(['fulfilled', 'completed']);
});

it('a refund of the last unit that was to leave makes it whole', () => {
  const partly = ship(order, { 'line-0': 2, 'line-1': 2 });
  expect(statuses(partly)).toEqual(['partial', 'open']);
  expect(statuses(refund(partly, 1))).toEqual(['fulfilled', 'completed']);
});

it('still ships what was ordered when a unit that had left comes back', () => {
  const all = ship(order, { 'line-0': 3 });
  const returned = refund(all, 1);
  expect([left(returned), ...statuses(returned)]).toEqual([[0, 2], 'partial', 'open']);
});

it('waits for the money, unless it comes outside the shop', () => {
  const waiting = orderOf({ payments: [{ status: 'pending' }] });
  expect(refusalOf(() => ship(waiting, null))).toMatchObject({
    code: 'status_not_allowed',
    details: { from: 'pending', to: 'fulfilled', allowed: ['paid', 'authorized'] },
  });
  expect(statuses(ship(waiting, null, true))).toEqual(['fulfilled', 'open']);
  expect(statuses(ship(orderOf({ payments: [{ status: 'authorized' }] }), null))).toEqual([
    'fulfilled',
    'open',
  ]);
});

it('corrects the tracking of a parcel, and nothing else of it', () => {
  const shipped = ship(order, { 'line-0': 1 });
  const { id } = shipped.fulfilments[0]!;
  const step = { by: 'Grace', at: LATER };
  const after = changeTracking(shipped, id, { trackingNumber: '2Z' }, step);
  expect(after.fulfilments).toEqual([{ ...shipped.fulfilments[0], trackingNumber: '2Z' }]);
  expect(after.history.at(-1)).toMatchObject({ step: 'fulfilment', by: 'Grace' });
  expect(refusalOf(() => changeTracking(shipped, 'other', {}, step)).code).toBe('not_found');
});
