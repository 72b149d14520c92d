import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';

import { PLUGIN_ID } from '../../content-types/uids';
import { useFindCartsQuery } from '../api/carts';
import { Amount } from '../components/amount';
import { useCartCustomer } from '../pages/carts/use-cart-customer';
import { useFormats } from '../text/use-formats';
import { useText } from '../text/use-text';

const SHOWN = 4;

/** Carts that their shoppers have left: how many, what they are worth, and the dearest. */
export function AbandonedCartsWidget() {
  const text = useText();
  const { time } = useFormats();
  const customerOf = useCartCustomer();
  const { data, isError } = useFindCartsQuery(
    { state: 'abandoned', sort: 'value:desc', page: 1, pageSize: SHOWN },
    { refetchOnMountOrArgChange: true }
  );
  if (isError) return <Widget.Error />;
  if (!data) return <Widget.Loading />;
  const { pagination, value, currency } = data.meta;
  if (pagination.total === 0) {
    return <Widget.NoData>{text('figures.none-abandoned')}</Widget.NoData>;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={3} alignItems="baseline" wrap="wrap">
        <Typography variant="alpha" tag="p">
          <Amount value={value} currency={currency} />
        </Typography>
        <Typography textColor="neutral600">
          {text('figures.carts-left', { count: pagination.total })}
        </Typography>
      </Flex>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {data.data.map((cart) => (
          <Flex key={cart.documentId} tag="li" gap={3} justifyContent="space-between">
            <Box minWidth={0}>
              <Typography tag="p" ellipsis>
                <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}/carts/${cart.documentId}`}>
                  {customerOf(cart).name}
                </Link>
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {time(cart.lastActivityAt)}
              </Typography>
            </Box>
            {cart.total !== null && (
              <Typography textColor="neutral800">
                <Amount value={cart.total} currency={cart.currency} />
              </Typography>
            )}
          </Flex>
        ))}
      </Flex>
    </Flex>
  );
}
