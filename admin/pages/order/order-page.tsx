import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { useFindOrderQuery } from '../../api/orders';
import { LoadError } from '../../components/load-error';
import { useKeptFocus } from '../../components/use-kept-focus';
import { StatusBadge } from '../../status/status-badge';
import { FULFILMENT_STATUS, ORDER_PAYMENT_STATUS, ORDER_STATUS } from '../../status/status-words';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { OrderDocuments } from './documents/order-documents';
import { OrderActions } from './order-actions';
import { OrderCustomer } from './order-customer';
import { OrderHistory } from './order-history';
import { OrderLines } from './order-lines';
import { OrderParcels } from './parcels/order-parcels';
import { OrderPayments } from './payments/order-payments';
import { OrderRefunds } from './refunds/order-refunds';
import { OrderNextSteps } from './steps/order-next-steps';

export function OrderPage() {
  const text = useText();
  const { documentId = '' } = useParams();
  const {
    currentData: order,
    error,
    isError,
    isFetching,
    refetch,
  } = useFindOrderQuery(documentId, { refetchOnMountOrArgChange: true });

  if (isError && !order) {
    return (
      <Page.Main>
        <Layouts.Header title={text('order.unknown')} navigationAction={<Back />} />
        <Layouts.Content>
          <LoadError error={error} retry={refetch} isRetrying={isFetching} />
        </Layouts.Content>
      </Page.Main>
    );
  }
  if (!order) return <Page.Loading>{text('loading')}</Page.Loading>;
  return <LoadedOrder order={order} isBusy={isFetching} />;
}

function LoadedOrder({ order, isBusy }: { order: AdminOrderDto; isBusy: boolean }) {
  const text = useText();
  const { time } = useFormats();
  const title = text('order.title', { number: order.number });
  const keptFocus = useKeptFocus<HTMLDivElement>();
  return (
    <Page.Main aria-busy={isBusy}>
      <Page.Title>{title}</Page.Title>
      <Box role="group" aria-label={title} {...keptFocus}>
        <Layouts.Header
          title={title}
          subtitle={
            <Typography tag="p" variant="epsilon" textColor="neutral600">
              {text('order.placed', { time: time(order.placedAt) })}
            </Typography>
          }
          navigationAction={<Back />}
          secondaryAction={<Statuses order={order} />}
          primaryAction={<OrderActions order={order} />}
        />
      </Box>
      <Layouts.Content>
        <Grid.Root gap={4}>
          <Cell col={12}>
            <OrderNextSteps order={order} />
            <OrderLines order={order} />
          </Cell>
          <Cell col={6}>
            <OrderParcels order={order} />
            <OrderCustomer order={order} />
            <OrderDocuments order={order} />
          </Cell>
          <Cell col={6}>
            <OrderPayments order={order} />
            <OrderRefunds order={order} />
            <OrderHistory {...order} />
          </Cell>
        </Grid.Root>
      </Layouts.Content>
    </Page.Main>
  );
}

const Back = () => <BackButton fallback="/plugins/cartwright/orders" />;

function Cell({ col, children }: { col: number; children: ReactNode }) {
  return (
    <Grid.Item
      col={col}
      s={12}
      xs={12}
      direction="column"
      alignItems="stretch"
      justifyContent="flex-start"
      gap={4}
      minWidth={0}
    >
      {children}
    </Grid.Item>
  );
}

/** Changes are told to who cannot see them. */
function Statuses({ order }: { order: AdminOrderDto }) {
  return (
    <Flex gap={2} wrap="wrap" aria-live="polite">
      <StatusBadge word={ORDER_STATUS[order.status]} />
      <StatusBadge word={ORDER_PAYMENT_STATUS[order.paymentStatus]} />
      <StatusBadge word={FULFILMENT_STATUS[order.fulfilmentStatus]} />
    </Flex>
  );
}
