import { Box, Flex, Tbody, Td, Th, Thead, Tr, Table, Typography } from '@strapi/design-system';
import { useMediaQuery } from '@strapi/strapi/admin';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';
import { CompactOrderRow, OrderRow } from './order-row';

interface Column {
  title: TextKey;
  align?: 'right';
}

const COLUMNS: Column[] = [
  { title: 'orders.number' },
  { title: 'orders.date' },
  { title: 'orders.customer' },
  { title: 'orders.total', align: 'right' },
  { title: 'orders.payment' },
  { title: 'orders.fulfilment' },
  { title: 'orders.status' },
];

/** The same facts in fewer columns, so that nothing has to be scrolled for. */
const COMPACT_COLUMNS: Column[] = [
  { title: 'orders.number' },
  { title: 'orders.customer' },
  { title: 'orders.total', align: 'right' },
  { title: 'orders.status' },
];

/** The window that the seven columns need, beside the host's menu. */
const WIDE = '(min-width: 1200px)';

const LOADING_ROWS = ['a', 'b', 'c', 'd', 'e'];

interface OrdersTableProps {
  orders: AdminOrderDto[];
  isLoading: boolean;
}

export function OrdersTable({ orders, isLoading }: OrdersTableProps) {
  const text = useText();
  const isWide = useMediaQuery(WIDE);
  const columns = isWide ? COLUMNS : COMPACT_COLUMNS;
  const Row = isWide ? OrderRow : CompactOrderRow;
  return (
    <Table colCount={columns.length} rowCount={orders.length + 1} aria-label={text('orders.title')}>
      <Thead>
        <Tr>
          {columns.map(({ title, align }) => (
            <Th key={title}>
              <Flex width="100%" justifyContent={align === 'right' ? 'flex-end' : 'flex-start'}>
                <Typography variant="sigma" textColor="neutral600">
                  {text(title)}
                </Typography>
              </Flex>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {isLoading
          ? LOADING_ROWS.map((row) => <LoadingRow key={row} columns={columns.length} />)
          : orders.map((order) => <Row key={order.documentId} order={order} />)}
      </Tbody>
    </Table>
  );
}

/** Grey bars where the rows will be, so that nothing jumps. The page says that it is busy. */
function LoadingRow({ columns }: { columns: number }) {
  return (
    <Tr aria-hidden>
      {Array.from({ length: columns }, (_, column) => (
        <Td key={column}>
          <Box height="1.2rem" width="60%" minWidth="4rem" background="neutral150" hasRadius />
        </Td>
      ))}
    </Tr>
  );
}
