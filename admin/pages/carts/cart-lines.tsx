import { Box, Flex, Typography } from '@strapi/design-system';

import type { WholeCartDto } from '../../../server/contracts/cart-desk';
import { Amount } from '../../components/amount';
import { Card } from '../../components/card';
import { Picture } from '../../components/picture';
import { useText } from '../../text/use-text';

/** What lies in the cart, at the prices that the shopper saw last. */
export function CartLines({ cart: { lines, currency } }: { cart: WholeCartDto }) {
  const text = useText();
  return (
    <Card title={text('carts.items')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {lines.map(({ id, description, options, sku, quantity, price, image }) => (
          <Flex key={id} tag="li" gap={3} justifyContent="space-between">
            <Flex gap={3} minWidth={0}>
              <Picture image={image} />
              <Box minWidth={0}>
                <Typography
                  tag="p"
                  fontWeight="semiBold"
                  textColor="neutral800"
                  style={{ overflowWrap: 'anywhere' }}
                >
                  {description}
                </Typography>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {[...options.map(({ value }) => value), ...(sku ? [sku] : [])].join(' · ')}
                </Typography>
              </Box>
            </Flex>
            <Typography textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
              {quantity} × {price ? <Amount value={price} currency={currency} /> : '–'}
            </Typography>
          </Flex>
        ))}
      </Flex>
    </Card>
  );
}
