import type { Address } from '../cart/cart';
import { guardFormula } from '../imports/escaping';
import { formatAmount } from '../money/format';
import { type Amount, ZERO } from '../money/money';
import { sumAmounts } from '../money/sum-amounts';
import { balanceOf } from './balance';
import type { Order, OrderLine } from './order';
import { unitsOf } from './units';

/** A file has a line for each order, or for each of its items. */
export type OrderCsvKind = 'order' | 'item';

type Cells = Record<string, string>;

const ADDRESS_FIELDS = [
  'firstName',
  'lastName',
  'company',
  'street',
  'street2',
  'city',
  'state',
  'postcode',
  'country',
  'phone',
] as const satisfies (keyof Address)[];

const ORDER_COLUMNS = [
  'number',
  'placedAt',
  'status',
  'paymentStatus',
  'fulfilmentStatus',
  'source',
  'email',
  'currency',
];

const MONEY_COLUMNS = ['subtotal', 'discount', 'shippingCost', 'tax', 'total', 'refunded', 'due'];

const addressColumns = (kind: string) => ADDRESS_FIELDS.map((field) => `${kind}.${field}`);

const COLUMNS: Record<OrderCsvKind, string[]> = {
  order: [
    ...ORDER_COLUMNS,
    ...MONEY_COLUMNS,
    'discountCode',
    'paymentMethod',
    'shippingOption',
    'invoice',
    'items',
    'units',
    'trackingNumbers',
    'instructions',
    ...addressColumns('billing'),
    ...addressColumns('shipping'),
  ],
  item: [
    ...ORDER_COLUMNS,
    'sku',
    'description',
    'options',
    'quantity',
    'shipped',
    'refunded',
    'unitPrice',
    'regularPrice',
    'lineTotal',
    'lineDiscount',
    'lineTax',
    'lineSum',
    ...addressColumns('shipping'),
  ],
};

export const orderCsvHeader = (kind: OrderCsvKind): readonly string[] => COLUMNS[kind];

/**
 * An order as lines of a file. Amounts have the currency's decimals and a point, times are UTC; no cell can be taken for
 * a formula by a spreadsheet.
 */
export function orderCsvRows(order: Order, kind: OrderCsvKind): Cells[] {
  const head = {
    ...orderCells(order),
    ...addressCells('shipping', order.shipping),
  };
  const rows =
    kind === 'order'
      ? [{ ...head, ...wholeCells(order), ...addressCells('billing', order.billing) }]
      : order.lines.map((line) => ({ ...head, ...lineCells(order, line) }));
  return rows.map(guarded);
}

function orderCells(order: Order): Cells {
  return {
    number: order.number,
    placedAt: order.placedAt.toISOString(),
    status: order.status,
    paymentStatus: order.paymentStatus,
    fulfilmentStatus: order.fulfilmentStatus,
    source: order.source,
    email: order.email,
    currency: order.currency,
  };
}

function wholeCells(order: Order): Cells {
  const { totals, refunds, fulfilments, lines, currency } = order;
  const amount = (value: Amount) => formatAmount(value, currency);
  const done = refunds.filter(({ status }) => status === 'done');
  return {
    subtotal: amount(totals.subtotal),
    discount: amount(totals.discount),
    shippingCost: amount(totals.shipping),
    tax: amount(totals.tax),
    total: amount(totals.total),
    refunded: amount(sumAmounts([ZERO, ...done.map((refund) => refund.amount)])),
    due: amount(balanceOf(order).due),
    discountCode: order.discountCode?.code ?? '',
    paymentMethod: order.paymentMethod ?? '',
    shippingOption: order.shippingOption?.label ?? '',
    invoice: order.invoice?.number ?? '',
    items: lines
      .map(({ sku, description, quantity }) => `${quantity} × ${sku ?? description}`)
      .join(', '),
    units: String(lines.reduce((sum, { quantity }) => sum + quantity, 0)),
    trackingNumbers: fulfilments.flatMap(({ trackingNumber }) => trackingNumber ?? []).join(', '),
    instructions: order.instructions ?? '',
  };
}

function lineCells(order: Order, line: OrderLine): Cells {
  const amount = (value: Amount) => formatAmount(value, order.currency);
  const { shipped, refunded } = unitsOf(order, line);
  return {
    sku: line.sku ?? '',
    description: line.description,
    options: line.options.map(({ type, value }) => `${type}: ${value}`).join(', '),
    quantity: String(line.quantity),
    shipped: String(shipped),
    refunded: String(refunded),
    unitPrice: amount(line.unitPrice),
    regularPrice: amount(line.regularPrice),
    lineTotal: amount(line.lineTotal),
    lineDiscount: amount(line.discount),
    lineTax: amount(line.tax),
    lineSum: amount(line.total),
  };
}

function addressCells(kind: string, address: Address): Cells {
  return Object.fromEntries(
    ADDRESS_FIELDS.map((field) => [`${kind}.${field}`, address[field] ?? ''])
  );
}

function guarded(cells: Cells): Cells {
  return Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => [column, guardFormula(cell)])
  );
}
