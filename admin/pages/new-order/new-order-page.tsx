import { Box, Grid } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';

import { useFindOrderQuery } from '../../api/orders';
import { Card } from '../../components/card';
import { LoadError } from '../../components/load-error';
import { UPDATE_ORDERS } from '../../permissions';
import { useText } from '../../text/use-text';
import { isAboutShipping } from '../order-form/refusal';
import { ShippingChoice } from '../order-form/shipping-choice';
import { UnsavedChanges } from '../../components/unsaved-changes';
import { useRefusalWords } from '../order-form/use-refusal-words';
import { AddressesCard } from './addresses-card';
import { CodeCard } from './code-card';
import { CustomerCard } from './customer-card';
import { ItemsCard } from './items-card';
import { EMPTY, formAgain, type NewOrderForm } from './new-order-form';
import { OrderSummary } from './order-summary';
import { PaymentCard } from './payment-card';
import { type NewOrder, useNewOrder } from './use-new-order';

/** An order that staff take down for a customer; with `?again=` the same as another one. */
export function NewOrderPage() {
  const [address] = useSearchParams();
  const again = address.get('again');
  return (
    <Page.Protect permissions={UPDATE_ORDERS}>
      {again ? <Again documentId={again} /> : <Form initial={EMPTY} />}
    </Page.Protect>
  );
}

const back = <BackButton fallback="/plugins/cartwright/orders" />;

function Again({ documentId }: { documentId: string }) {
  const text = useText();
  const { data: order, error, isError, isFetching, refetch } = useFindOrderQuery(documentId);
  // As it was when the form was opened: a reload of the order must not empty what was typed since.
  const [initial, setInitial] = useState<NewOrderForm | null>(null);
  useEffect(() => {
    if (order) setInitial((known) => known ?? formAgain(order));
  }, [order]);

  if (initial) return <Form initial={initial} />;
  if (!isError) return <Page.Loading>{text('loading')}</Page.Loading>;
  return (
    <Page.Main>
      <Layouts.Header title={text('new-order.title')} navigationAction={back} />
      <Layouts.Content>
        <LoadError error={error} retry={refetch} isRetrying={isFetching} />
      </Layouts.Content>
    </Page.Main>
  );
}

function Form({ initial }: { initial: NewOrderForm }) {
  const text = useText();
  const navigate = useNavigate();
  const order = useNewOrder(initial);
  const title = text('new-order.title');
  const { placed } = order;

  // Only once the warning knows that nothing would be lost.
  useEffect(() => {
    if (placed) navigate(`/plugins/cartwright/orders/${placed.documentId}`, { replace: true });
  }, [placed, navigate]);

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <UnsavedChanges when={order.isChanged} />
      <Layouts.Header title={title} subtitle={text('new-order.subtitle')} navigationAction={back} />
      <Layouts.Content>
        <Grid.Root gap={4}>
          <Grid.Item col={8} m={12} s={12} xs={12} {...COLUMN}>
            <CustomerCard {...order} />
            <ItemsCard {...order} />
            <AddressesCard {...order} />
            <ShippingCard {...order} />
            <CodeCard {...order} />
            <PaymentCard {...order} />
          </Grid.Item>
          <Grid.Item col={4} m={12} s={12} xs={12} {...COLUMN}>
            <Box position="sticky" top="7.2rem">
              <OrderSummary order={order} />
            </Box>
          </Grid.Item>
        </Grid.Root>
      </Layouts.Content>
    </Page.Main>
  );
}

const COLUMN = {
  direction: 'column',
  alignItems: 'stretch',
  justifyContent: 'flex-start',
  gap: 4,
  minWidth: 0,
} as const;

function ShippingCard({ form, change, preview, refusal }: NewOrder) {
  const text = useText();
  const { ofRefusal } = useRefusalWords();
  return (
    <Card title={text('shipping-choice.title')}>
      <ShippingChoice
        options={preview?.shippingOptions ?? []}
        currency={preview?.cart.currency ?? ''}
        value={form.shippingOption ?? preview?.cart.shippingOption?.code ?? null}
        error={refusal && isAboutShipping(refusal) ? ofRefusal(refusal) : undefined}
        onChange={(shippingOption) => {
          change((current) => ({ ...current, shippingOption }));
        }}
      />
    </Card>
  );
}
