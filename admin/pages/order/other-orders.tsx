import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';

import { useFindOtherOrdersQuery } from '../../api/customers';
import { Amount } from '../../components/amount';
import { StatusBadge } from '../../status/status-badge';
import { ORDER_PAYMENT_STATUS, ORDER_STATUS } from '../../status/status-words';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';

interface OtherOrdersProps {
  documentId: string;
  email: string;
}

/** What else the customer has ordered, with the same account or under the same e-mail. */
export function OtherOrders({ documentId, email }: OtherOrdersProps) {
  const text = useText();
  const { amount, time } = useFormats();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  const { currentData: others, error } = useFindOtherOrdersQuery(documentId, {
    refetchOnMountOrArgChange: true,
  });

  if (error && !others) {
    return (
      <Typography textColor="danger600" role="alert">
        {formatApiError(error)}
      </Typography>
    );
  }
  if (!others) return <Typography textColor="neutral600">{text('loading')}</Typography>;
  const spent = others.spent.map((one) => amount(one.amount, one.currency)).join(' + ');
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography textColor="neutral800">
        {others.count === 0
          ? text('others.first')
          : text(others.isFirst ? 'others.was-first' : 'others.count', { count: others.count })}
      </Typography>
      {others.count > 0 && (
        <>
          <Typography variant="pi" textColor="neutral600">
            {text('others.spent', { count: others.count + 1, amount: spent })}
          </Typography>
          <ul aria-label={text('others.title')}>
            {others.latest.map((order) => (
              <Flex key={order.documentId} tag="li" gap={2} wrap="wrap" paddingTop={1}>
                <Link tag={RouterLink} to={`/plugins/cartwright/orders/${order.documentId}`}>
                  {order.number}
                </Link>
                <Typography variant="pi" textColor="neutral600">
                  {time(order.placedAt)}
                </Typography>
                <Typography textColor="neutral800">
                  <Amount value={order.total} currency={order.currency} />
                </Typography>
                <StatusBadge
                  word={
                    order.status === 'open'
                      ? ORDER_PAYMENT_STATUS[order.paymentStatus]
                      : ORDER_STATUS[order.status]
                  }
                />
              </Flex>
            ))}
          </ul>
          {others.count > others.latest.length && email !== '' && (
            <Box>
              <Link
                tag={RouterLink}
                to={`/plugins/cartwright/orders?_q=${encodeURIComponent(email)}`}
              >
                {text('others.all')}
              </Link>
            </Box>
          )}
        </>
      )}
    </Flex>
  );
}
