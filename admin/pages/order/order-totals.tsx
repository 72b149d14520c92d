import { Box, Divider, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { Amount } from '../../components/amount';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';

/** Of an order, or of one that is being made. */
export type Totalled = Pick<
  AdminOrderDto,
  'currency' | 'totals' | 'taxes' | 'discountCode' | 'shippingOption'
>;

interface OrderTotalsProps {
  order: Totalled;
  /** With what each tax was worked out of. */
  isExplained?: boolean;
}

/** How the total came about, as the shopper saw it. */
export function OrderTotals({ order, isExplained = false }: OrderTotalsProps) {
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
        {!totals.taxIncluded && <Taxes order={order} isExplained={isExplained} />}
        <Box paddingTop={2} paddingBottom={2}>
          <Divider />
        </Box>
        <Row label={text('totals.total')} strong>
          <Amount value={totals.total} currency={currency} />
        </Row>
        {totals.taxIncluded && <Taxes order={order} isExplained={isExplained} />}
      </Box>
    </Flex>
  );
}

function Taxes({ order: { taxes, totals, currency }, isExplained }: Required<OrderTotalsProps>) {
  const text = useText();
  const { percent, amount: written } = useFormats();
  return taxes.map(({ label, rate, base, amount }) => (
    <Row
      key={`${label} ${rate}`}
      label={text(totals.taxIncluded ? 'totals.tax-included' : 'totals.tax', {
        label,
        rate: percent(rate),
      })}
      fact={isExplained ? text('explain.tax-base', { base: written(base, currency) }) : null}
    >
      <Amount value={amount} currency={currency} />
    </Row>
  ));
}

interface RowProps {
  label: string;
  strong?: boolean;
  /** How it came about. */
  fact?: string | null;
  children: ReactNode;
}

function Row({ label, strong = false, fact = null, children }: RowProps) {
  const look = strong
    ? ({ variant: 'delta', textColor: 'neutral800' } as const)
    : ({ variant: 'omega', textColor: 'neutral600' } as const);
  return (
    <Flex justifyContent="space-between" gap={4} paddingTop={1} paddingBottom={1}>
      <Box tag="dt">
        <Typography {...look}>{label}</Typography>
        {fact && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {fact}
          </Typography>
        )}
      </Box>
      <Typography tag="dd" {...look} textColor="neutral800">
        {children}
      </Typography>
    </Flex>
  );
}
