import { money } from '../../../server/domain/money/money';
import {
  type OrderCsvKind,
  orderCsvHeader,
  orderCsvRows,
} from '../../../server/domain/orders/order-csv';
import { orderOf } from '../support/orders';

const KINDS: OrderCsvKind[] = ['order', 'item'];

const order = orderOf({
  number: '=1+1',
  email: '@ada',
  lines: [
    { unitPrice: '19.9', quantity: 3, discount: '0.7', tax: '9.42' },
    { unitPrice: '5', quantity: 2 },
  ],
  billing: { firstName: 'Ada', lastName: '-Lovelace', country: 'GB' },
  shipping: { company: '+Mill', street: '\tRow' },
  instructions: '=cmd',
  refunds: [],
});

it.each(KINDS)('a file of %ss names every cell in its header', (kind) => {
  for (const row of orderCsvRows(order, kind)) {
    for (const column of Object.keys(row)) {
      if (kind === 'item' && column.startsWith('billing')) continue;
      expect(orderCsvHeader(kind)).toContain(column);
    }
    for (const column of orderCsvHeader(kind)) expect(row).toHaveProperty([column]);
  }
});

it.each(KINDS)('no cell of a file of %ss is a formula, whoever typed it', (kind) => {
  for (const row of orderCsvRows(order, kind)) {
    expect([row['number'], row['email'], row['shipping.company']]).toEqual([
      `'=1+1`,
      `'@ada`,
      `'+Mill`,
    ]);
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  }
});

it('an order is one line, with its figures to the cent', () => {
  expect(orderCsvRows(order, 'order')).toMatchObject([
    {
      placedAt: '2026-07-01T12:00:00.000Z',
      subtotal: '69.70',
      discount: '0.70',
      total: '69.00',
      due: '0.00',
      refunded: '0.00',
      items: '3 × sku-0, 2 × sku-1',
      units: '5',
    },
  ]);
});

it('only what went back is refunded', () => {
  const refund = {
    id: 'r',
    at: '2026-07-02T00:00:00.000Z',
    by: 'staff',
    reason: null,
    tax: money(0),
    lines: [],
    shipping: money(0),
    overpaid: money(0),
    restock: false,
    operations: [],
    creditNote: null,
  };
  const refunds = [
    { ...refund, status: 'done' as const, amount: money('1.5') },
    { ...refund, status: 'refused' as const, amount: money('7') },
  ];
  expect(orderCsvRows({ ...order, refunds }, 'order')[0]).toMatchObject({ refunded: '1.50' });
});

it('items are a line each, with the units that have left', () => {
  const shipped = {
    ...order,
    fulfilments: [
      {
        id: 'f',
        carrier: null,
        trackingNumber: null,
        trackingUrl: null,
        shippedAt: '2026-07-02T00:00:00.000Z',
        items: [{ lineId: 'line-0', sku: 'sku-0', quantity: 2 }],
      },
    ],
  };
  expect(orderCsvRows(shipped, 'item')).toMatchObject([
    { sku: 'sku-0', quantity: '3', shipped: '2', unitPrice: '19.90', lineDiscount: '0.70' },
    { sku: 'sku-1', quantity: '2', shipped: '0', lineSum: '10.00' },
  ]);
});
