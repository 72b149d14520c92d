import { Flex, Grid, Link, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useParams } from 'react-router-dom';

import type { WholeCartDto } from '../../../server/contracts/cart-desk';
import { PLUGIN_ID } from '../../../content-types/uids';
import { useFindCartQuery } from '../../api/carts';
import { Card } from '../../components/card';
import { LoadError } from '../../components/load-error';
import { READ_ORDERS } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { StatusBadge } from '../../status/status-badge';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { CartCustomer } from './cart-customer';
import { CartLines } from './cart-lines';
import { CartTotals } from './cart-totals';
import { CART_STATE } from './carts-query';
import { useCartCustomer } from './use-cart-customer';

const CARTS = `/plugins/${PLUGIN_ID}/carts`;

/** One cart, to look at. */
export function CartPage() {
  const { documentId = '' } = useParams();
  const { data, error, isError, isFetching, refetch } = useFindCartQuery(documentId, {
    refetchOnMountOrArgChange: true,
  });
  if (data && !isError) return <Shown cart={data} />;
  if (!isError) return <Page.Loading />;
  return (
    <Page.Main>
      <Layouts.Header title="" navigationAction={<BackButton fallback={CARTS} />} />
      <Layouts.Content>
        <LoadError error={error} retry={refetch} isRetrying={isFetching} />
      </Layouts.Content>
    </Page.Main>
  );
}

function Shown({ cart }: { cart: WholeCartDto }) {
  const text = useText();
  const { time } = useFormats();
  const customer = useCartCustomer()(cart);
  const title = text('cart.title', { customer: customer.name });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        navigationAction={<BackButton fallback={CARTS} />}
        subtitle={
          <Flex gap={3} wrap="wrap">
            <StatusBadge word={CART_STATE[cart.state]} />
            <Typography textColor="neutral600">
              {text('cart.since', {
                begun: time(cart.createdAt),
                touched: time(cart.lastActivityAt),
              })}
            </Typography>
          </Flex>
        }
      />
      <Layouts.Content>
        <Grid.Root gap={4}>
          <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch" gap={4}>
            <Became cart={cart} />
            <CartLines cart={cart} />
            <CartTotals cart={cart} />
          </Grid.Item>
          <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch" gap={4}>
            <CartCustomer cart={cart} />
            <Reminders cart={cart} />
          </Grid.Item>
        </Grid.Root>
      </Layouts.Content>
    </Page.Main>
  );
}

/** The order that it became. */
function Became({ cart: { order } }: { cart: WholeCartDto }) {
  const text = useText();
  const maySee = useGranted()(READ_ORDERS);
  if (!order) return null;
  const name = text('cart.order', { number: order.number });
  return (
    <Card title={name}>
      <Flex gap={2} wrap="wrap">
        <Typography>{text('cart.became')}</Typography>
        {maySee && (
          <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}/orders/${order.documentId}`}>
            {name}
          </Link>
        )}
      </Flex>
    </Card>
  );
}

function Reminders({ cart: { mails } }: { cart: WholeCartDto }) {
  const text = useText();
  const { time } = useFormats();
  return (
    <Card title={text('cart.mails')}>
      {mails.length === 0 && (
        <Typography textColor="neutral600">{text('cart.no-mails')}</Typography>
      )}
      {mails.map(({ createdAt, sentAt }) => (
        <Typography key={createdAt}>
          {sentAt
            ? text('cart.mail-sent', { time: time(sentAt) })
            : text('cart.mail-waiting', { time: time(createdAt) })}
        </Typography>
      ))}
    </Card>
  );
}
