import { Checkbox, Table, Tbody, Th, Thead, Tr } from '@strapi/design-system';
import { useMediaQuery } from '@strapi/strapi/admin';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { LoadingRow } from '../../components/loading-row';
import { PlainHeader } from '../../components/plain-header';
import { type Direction, SortHeader } from '../../components/sort-header';
import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';
import type { Selection } from './bulk/use-selection';
import { CompactOrderRow, OrderRow } from './order-row';
import { DEFAULT_SORT } from './orders-query';
import { useOrdersAddress } from './use-orders-address';

interface Column {
  title: TextKey;
  align?: 'right';
  /** By which the list is put in order. */
  sort?: 'placedAt' | 'number' | 'total';
}

const COLUMNS: Column[] = [
  { title: 'orders.number', sort: 'number' },
  { title: 'orders.date', sort: 'placedAt' },
  { title: 'orders.customer' },
  { title: 'orders.total', align: 'right', sort: 'total' },
  { title: 'orders.payment' },
  { title: 'orders.fulfilment' },
  { title: 'orders.status' },
];

/** The same facts in fewer columns, so that nothing has to be scrolled for. */
const COMPACT_COLUMNS: Column[] = [
  { title: 'orders.number', sort: 'number' },
  { title: 'orders.customer' },
  { title: 'orders.total', align: 'right', sort: 'total' },
  { title: 'orders.status' },
];

/** The window that the eight columns need, beside the menus. */
const WIDE = '(min-width: 1360px)';

const LOADING_ROWS = ['a', 'b', 'c', 'd', 'e'];

interface OrdersTableProps {
  orders: AdminOrderDto[];
  isLoading: boolean;
  selection: Selection;
}

export function OrdersTable({ orders, isLoading, selection }: OrdersTableProps) {
  const text = useText();
  const isWide = useMediaQuery(WIDE);
  const { filters, show } = useOrdersAddress();
  const columns = isWide ? COLUMNS : COMPACT_COLUMNS;
  const Row = isWide ? OrderRow : CompactOrderRow;
  const [by, direction] = (filters.sort ?? DEFAULT_SORT).split(':') as [string, Direction];
  const { chosen } = selection;
  const chosenHere = orders.filter(({ documentId }) => chosen.has(documentId)).length;
  const isAll = orders.length > 0 && chosenHere === orders.length;

  return (
    <Table
      colCount={columns.length + 1}
      rowCount={orders.length + 1}
      aria-label={text('orders.title')}
    >
      <Thead>
        <Tr>
          <Th>
            <Checkbox
              aria-label={text('orders.select-page')}
              disabled={orders.length === 0}
              checked={isAll || (chosenHere > 0 && 'indeterminate')}
              onCheckedChange={() => {
                if (isAll) selection.remove(orders);
                else selection.add(orders);
              }}
            />
          </Th>
          {columns.map(({ title, align, sort }) =>
            sort ? (
              <SortHeader
                key={title}
                title={text(title)}
                label={text('orders.sort', { column: text(title) })}
                align={align}
                sorted={sort === by ? direction : null}
                onSort={(wanted) => {
                  show({ ...filters, sort: `${sort}:${wanted}` });
                }}
              />
            ) : (
              <PlainHeader key={title} title={text(title)} align={align} />
            )
          )}
        </Tr>
      </Thead>
      <Tbody>
        {isLoading
          ? LOADING_ROWS.map((row) => <LoadingRow key={row} columns={columns.length + 1} />)
          : orders.map((order) => (
              <Row key={order.documentId} order={order} selection={selection} />
            ))}
      </Tbody>
    </Table>
  );
}
