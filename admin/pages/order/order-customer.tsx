import { Box, Grid, Link, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { Card } from '../../components/card';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { addressLines } from './address-lines';

/** Who ordered, where it goes, and what they asked for. */
export function OrderCustomer({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const { email, account, billing, shipping, instructions } = order;
  return (
    <Card title={text('order.customer')}>
      <Fact label={text('order.email')}>
        <Link href={`mailto:${email}`}>{email}</Link>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text(account === null ? 'order.guest' : 'order.account')}
        </Typography>
      </Fact>
      <Grid.Root gap={4}>
        <Grid.Item col={6} m={6} s={12} xs={12} alignItems="flex-start">
          <Fact label={text('order.shipping-address')}>
            <Address address={shipping} />
          </Fact>
        </Grid.Item>
        <Grid.Item col={6} m={6} s={12} xs={12} alignItems="flex-start">
          <Fact label={text('order.billing-address')}>
            <Address address={billing} />
          </Fact>
        </Grid.Item>
      </Grid.Root>
      {instructions && (
        <Fact label={text('order.instructions')}>
          <Typography tag="p" textColor="neutral800" style={{ whiteSpace: 'pre-line' }}>
            {instructions}
          </Typography>
        </Fact>
      )}
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box minWidth={0}>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {label}
      </Typography>
      <Box paddingTop={1}>{children}</Box>
    </Box>
  );
}

function Address({ address }: { address: AdminOrderDto['billing'] }) {
  const text = useText();
  const { country } = useFormats();
  const lines = addressLines(address, country);
  if (lines.length === 0) {
    return <Typography textColor="neutral600">{text('order.no-address')}</Typography>;
  }
  return (
    <address style={{ fontStyle: 'normal' }}>
      {lines.map((line, index) => (
        <Typography key={index} tag="p" textColor="neutral800">
          {line}
        </Typography>
      ))}
    </address>
  );
}
