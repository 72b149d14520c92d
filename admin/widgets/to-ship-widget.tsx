import { Box, Flex, Link, Table, Tbody, Td, Tr, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';

import { PLUGIN_ID } from '../../content-types/uids';
import { useFindOrdersQuery } from '../api/orders';
import { Amount } from '../components/amount';
import { customerName } from '../pages/orders/customer-name';
import { useFormats } from '../text/use-formats';
import { useText } from '../text/use-text';

const SHOWN = 4;

/** What somebody should pack, the oldest first. */
export function ToShipWidget() {
  const text = useText();
  const { time } = useFormats();
  const { data, isError } = useFindOrdersQuery(
    { toShip: 'true', sort: 'placedAt:asc', page: 1, pageSize: SHOWN },
    { refetchOnMountOrArgChange: true }
  );
  if (isError) return <Widget.Error />;
  if (!data) return <Widget.Loading />;
  if (data.data.length === 0) return <Widget.NoData>{text('figures.none-to-ship')}</Widget.NoData>;
  const more = data.meta.pagination.total - data.data.length;
  return (
    <Box>
      <Table colCount={3} rowCount={data.data.length}>
        <Tbody>
          {data.data.map((order) => (
            <Tr key={order.documentId}>
              <Td>
                <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}/orders/${order.documentId}`}>
                  {order.number}
                </Link>
              </Td>
              <Td>
                <Box maxWidth="20rem">
                  <Typography tag="p" textColor="neutral800" ellipsis>
                    {customerName(order) || order.email}
                  </Typography>
                  <Typography tag="p" variant="pi" textColor="neutral600">
                    {time(order.placedAt)}
                  </Typography>
                </Box>
              </Td>
              <Td>
                <Flex justifyContent="flex-end">
                  <Typography textColor="neutral800">
                    <Amount value={order.totals.total} currency={order.currency} />
                  </Typography>
                </Flex>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {more > 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={2}>
          {text('figures.more-to-ship', { count: more })}
        </Typography>
      )}
    </Box>
  );
}
