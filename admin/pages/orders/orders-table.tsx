import { Box, Link, Tbody, Td, Th, Thead, Tr, Table, Typography } from '@strapi/design-system';
import { NavLink, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { Amount } from '../../components/amount';
import { StatusBadge } from '../../status/status-badge';
import { FULFILMENT_STATUS, ORDER_PAYMENT_STATUS, ORDER_STATUS } from '../../status/status-words';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { customerName } from './customer-name';
import { LoadingRows } from './loading-rows';

const COLUMNS = 7;

const ClickableRow = styled(Tr)`
  cursor: pointer;
`;

interface OrdersTableProps {
  orders: AdminOrderDto[];
  isLoading: boolean;
}

export function OrdersTable({ orders, isLoading }: OrdersTableProps) {
  const text = useText();
  return (
    <Table colCount={COLUMNS} rowCount={orders.length + 1} aria-label={text('orders.title')}>
      <Thead>
        <Tr>
          <Heading>{text('orders.number')}</Heading>
          <Heading>{text('orders.date')}</Heading>
          <Heading>{text('orders.customer')}</Heading>
          <Heading align="right">{text('orders.total')}</Heading>
          <Heading>{text('orders.payment')}</Heading>
          <Heading>{text('orders.fulfilment')}</Heading>
          <Heading>{text('orders.status')}</Heading>
        </Tr>
      </Thead>
      <Tbody>
        {isLoading ? (
          <LoadingRows columns={COLUMNS} />
        ) : (
          orders.map((order) => <OrderRow key={order.documentId} order={order} />)
        )}
      </Tbody>
    </Table>
  );
}

function Heading({ children, align }: { children: string; align?: 'right' }) {
  return (
    <Th style={align && { textAlign: align }}>
      <Typography variant="sigma" textColor="neutral600" width="100%">
        {children}
      </Typography>
    </Th>
  );
}

/** The number is the link; a click anywhere on the row is a shortcut to it. */
function OrderRow({ order }: { order: AdminOrderDto }) {
  const navigate = useNavigate();
  const { time } = useFormats();
  const name = customerName(order);
  return (
    <ClickableRow onClick={() => navigate(order.documentId)}>
      <Td>
        <Link tag={NavLink} to={order.documentId} onClick={(event) => event.stopPropagation()}>
          {order.number}
        </Link>
      </Td>
      <Td>
        <Typography textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
          {time(order.placedAt)}
        </Typography>
      </Td>
      <Td>
        <Box maxWidth="26rem">
          {name && (
            <Typography tag="p" textColor="neutral800" ellipsis>
              {name}
            </Typography>
          )}
          <Typography
            tag="p"
            variant={name ? 'pi' : 'omega'}
            textColor={name ? 'neutral600' : 'neutral800'}
            ellipsis
          >
            {order.email}
          </Typography>
        </Box>
      </Td>
      <Td style={{ textAlign: 'right' }}>
        <Typography textColor="neutral800" fontWeight="semiBold">
          <Amount value={order.totals.total} currency={order.currency} />
        </Typography>
      </Td>
      <Td>
        <StatusBadge word={ORDER_PAYMENT_STATUS[order.paymentStatus]} />
      </Td>
      <Td>
        <StatusBadge word={FULFILMENT_STATUS[order.fulfilmentStatus]} />
      </Td>
      <Td>
        <StatusBadge word={ORDER_STATUS[order.status]} />
      </Td>
    </ClickableRow>
  );
}
