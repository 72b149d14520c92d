import { Flex, Typography } from '@strapi/design-system';

import type { WholeCartDto } from '../../../server/contracts/cart-desk';
import { Amount } from '../../components/amount';
import { Card } from '../../components/card';
import { useText } from '../../text/use-text';

/** What the shopper was told that it costs. */
export function CartTotals({ cart: { totals, currency } }: { cart: WholeCartDto }) {
  const text = useText();
  if (!totals) return null;
  const rows = [
    { label: text('cart.subtotal'), value: totals.subtotal },
    { label: text('cart.discount'), value: totals.discount, negative: true },
    { label: text('cart.shipping'), value: totals.shipping },
    { label: text(totals.taxIncluded ? 'cart.tax-included' : 'cart.tax'), value: totals.tax },
    { label: text('cart.total'), value: totals.total, isStrong: true },
  ];
  return (
    <Card title={text('cart.totals')}>
      <Flex tag="dl" direction="column" alignItems="stretch" gap={2}>
        {rows.map(({ label, value, negative = false, isStrong = false }) => (
          <Flex key={label} justifyContent="space-between" gap={3}>
            <Typography tag="dt" textColor="neutral600" fontWeight={isStrong ? 'bold' : 'regular'}>
              {label}
            </Typography>
            <Typography tag="dd" textColor="neutral800" fontWeight={isStrong ? 'bold' : 'regular'}>
              <Amount value={value} currency={currency} negative={negative} />
            </Typography>
          </Flex>
        ))}
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {text('cart.totals-hint')}
      </Typography>
    </Card>
  );
}
