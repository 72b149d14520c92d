import { Box, Divider, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { Amount } from '../../components/amount';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';

/** How the total came about, as the shopper saw it. */
export function OrderTotals({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const { currency, totals, discountCode, shippingOption } = order;
  return (
    <Flex justifyContent="flex-end">
      <Box tag="dl" width="100%" maxWidth="36rem">
        <Row label={text('totals.subtotal')}>
          <Amount value={totals.subtotal} currency={currency} />
        </Row>
        {(discountCode !== null || Number(totals.discount) > 0) && (
          <Row
            label={
              discountCode
                ? text('totals.discount-code', { code: discountCode.code })
                : text('totals.discount')
            }
          >
            <Amount value={totals.discount} currency={currency} negative />
          </Row>
        )}
        <Row
          label={
            shippingOption
              ? text('totals.shipping-option', { option: shippingOption.label })
              : text('totals.shipping')
          }
        >
          <Amount value={totals.shipping} currency={currency} />
        </Row>
        {!totals.taxIncluded && <Taxes order={order} />}
        <Box paddingTop={2} paddingBottom={2}>
          <Divider />
        </Box>
        <Row label={text('totals.total')} strong>
          <Amount value={totals.total} currency={currency} />
        </Row>
        {totals.taxIncluded && <Taxes order={order} />}
      </Box>
    </Flex>
  );
}

function Taxes({ order: { taxes, totals, currency } }: { order: AdminOrderDto }) {
  const text = useText();
  const { percent } = useFormats();
  return taxes.map(({ label, rate, amount }) => (
    <Row
      key={`${label} ${rate}`}
      label={text(totals.taxIncluded ? 'totals.tax-included' : 'totals.tax', {
        label,
        rate: percent(rate),
      })}
    >
      <Amount value={amount} currency={currency} />
    </Row>
  ));
}

interface RowProps {
  label: string;
  strong?: boolean;
  children: ReactNode;
}

function Row({ label, strong = false, children }: RowProps) {
  const look = strong
    ? ({ variant: 'delta', textColor: 'neutral800' } as const)
    : ({ variant: 'omega', textColor: 'neutral600' } as const);
  return (
    <Flex justifyContent="space-between" gap={4} paddingTop={1} paddingBottom={1}>
      <Typography tag="dt" {...look}>
        {label}
      </Typography>
      <Typography tag="dd" {...look} textColor="neutral800">
        {children}
      </Typography>
    </Flex>
  );
}
