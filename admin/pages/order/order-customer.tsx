import { Box, Flex, Grid, Link, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { Card } from '../../components/card';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { CUSTOMER_DATA } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { addressLines } from './address-lines';
import { CopyAddress } from './copy-address';
import { OtherOrders } from './other-orders';

/** Who ordered, where it goes, and what they asked for. */
export function OrderCustomer({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const isGranted = useGranted();
  const { documentId, email, account, billing, shipping, instructions } = order;
  const phone = shipping.phone ?? billing.phone;
  return (
    <Card
      title={text('order.customer')}
      action={
        email !== '' &&
        isGranted(CUSTOMER_DATA) && (
          // Not in the address: it would stay in the browser's history.
          <Link tag={RouterLink} to="/settings/cartwright/customer-data" state={{ email }}>
            {text('order.customer-data')}
          </Link>
        )
      }
    >
      <Fact label={text('order.email')}>
        {email === '' ? (
          <Typography textColor="neutral600">{text('order.erased')}</Typography>
        ) : (
          <Link href={`mailto:${email}`} style={{ overflowWrap: 'anywhere' }}>
            {email}
          </Link>
        )}
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text(account === null ? 'order.guest' : 'order.account')}
        </Typography>
      </Fact>
      {phone && (
        <Fact label={text('order.phone')}>
          <Link href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</Link>
        </Fact>
      )}
      <Grid.Root gap={4}>
        <Grid.Item col={6} m={6} s={12} xs={12} alignItems="flex-start">
          <Address
            label={text('order.shipping-address')}
            copy={text('address.copy-shipping')}
            address={shipping}
          />
        </Grid.Item>
        <Grid.Item col={6} m={6} s={12} xs={12} alignItems="flex-start">
          <Address
            label={text('order.billing-address')}
            copy={text('address.copy-billing')}
            address={billing}
          />
        </Grid.Item>
      </Grid.Root>
      {instructions && (
        <Fact label={text('order.instructions')}>
          <Typography
            tag="p"
            textColor="neutral800"
            style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
          >
            {instructions}
          </Typography>
        </Fact>
      )}
      <Fact label={text('others.title')}>
        <OtherOrders documentId={documentId} email={email} />
      </Fact>
    </Card>
  );
}

interface FactProps {
  label: string;
  action?: ReactNode;
  children: ReactNode;
}

function Fact({ label, action, children }: FactProps) {
  return (
    <Box minWidth={0}>
      <Flex gap={2}>
        <Typography tag="h3" variant="sigma" textColor="neutral600">
          {label}
        </Typography>
        {action}
      </Flex>
      <Box paddingTop={1}>{children}</Box>
    </Box>
  );
}

interface AddressProps {
  label: string;
  /** What its button says. */
  copy: string;
  address: AdminOrderDto['billing'];
}

function Address({ label, copy, address }: AddressProps) {
  const text = useText();
  const { country } = useFormats();
  const lines = addressLines(address, country);
  return (
    <Fact label={label} action={lines.length > 0 && <CopyAddress label={copy} lines={lines} />}>
      {lines.length === 0 ? (
        <Typography textColor="neutral600">{text('order.no-address')}</Typography>
      ) : (
        <address style={{ fontStyle: 'normal' }}>
          {lines.map((line, index) => (
            <Typography
              key={index}
              tag="p"
              textColor="neutral800"
              style={{ overflowWrap: 'anywhere' }}
            >
              {line}
            </Typography>
          ))}
        </address>
      )}
    </Fact>
  );
}
