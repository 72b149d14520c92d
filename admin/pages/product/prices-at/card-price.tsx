import { Flex, Typography } from '@strapi/design-system';

import type { PricesAtDto } from '../../../../server/contracts/prices-at';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { ShownPrice } from './shown-price';

/** What lists show of the product then: the price of its default variation. */
export function CardPrice({ prices }: { prices: PricesAtDto }) {
  const text = useText();
  const formats = useFormats();
  const standard = prices.variations.find(({ isDefault }) => isDefault);
  if (!standard) return null;
  return (
    <Flex gap={2} wrap="wrap" alignItems="baseline">
      <Typography textColor="neutral800">
        {text('prices-at.card', { time: formats.time(prices.at) })}
      </Typography>
      <ShownPrice variation={standard} currency={prices.currency} />
    </Flex>
  );
}
