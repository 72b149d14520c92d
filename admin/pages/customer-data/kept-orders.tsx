import { Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

import type { CustomerDataDto } from '../../../server/contracts/customers';
import { Amount } from '../../components/amount';
import { READ_ORDERS } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { StatusBadge } from '../../status/status-badge';
import { ORDER_STATUS } from '../../status/status-words';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { KeptPart } from './kept-part';

/** The orders of a person; whoever may see orders finds them in the list. */
export function KeptOrders({ orders }: Pick<CustomerDataDto, 'orders'>) {
  const text = useText();
  const { time } = useFormats();
  const isGranted = useGranted();
  return (
    <KeptPart title={text('customer-data.orders', { count: orders.length })}>
      {orders.map(({ number, placedAt, totals, currency, status }) => (
        <Flex key={number} tag="li" gap={2} wrap="wrap" paddingTop={1}>
          {isGranted(READ_ORDERS) ? (
            <Link
              tag={RouterLink}
              to={`/plugins/cartwright/orders?_q=${encodeURIComponent(number)}`}
            >
              {number}
            </Link>
          ) : (
            <Typography textColor="neutral800">{number}</Typography>
          )}
          <Typography variant="pi" textColor="neutral600">
            {time(placedAt)}
          </Typography>
          <Typography textColor="neutral800">
            <Amount value={totals.total} currency={currency} />
          </Typography>
          <StatusBadge word={ORDER_STATUS[status]} />
        </Flex>
      ))}
    </KeptPart>
  );
}
