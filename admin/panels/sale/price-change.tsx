import { Flex, Typography } from '@strapi/design-system';

import type { SalePreviewRowDto } from '../../../server/contracts/sale-preview';
import { Amount } from '../../components/amount';
import { useText } from '../../text/use-text';
import { useFormats } from '../../text/use-formats';

interface PriceChangeProps {
  row: SalePreviewRowDto;
  currency: string;
}

/** "20.00 16.00": what it costs without the sale, struck out, and with it. */
export function PriceChange({ row, currency }: PriceChangeProps) {
  const text = useText();
  const { amount } = useFormats();
  const { outcome, before, after, belowCost } = row;
  if (after === null) {
    return (
      <Flex justifyContent="flex-end">
        <Typography variant="pi" textColor="neutral600">
          {text('sale.no-price')}
        </Typography>
      </Flex>
    );
  }
  return (
    <Flex gap={2} justifyContent="flex-end" wrap="wrap">
      {outcome === 'reduced' && before !== null && (
        <Typography
          tag="s"
          variant="pi"
          textColor="neutral600"
          aria-label={text('sale.instead-of', { price: amount(before, currency) })}
        >
          <Amount value={before} currency={currency} />
        </Typography>
      )}
      <Typography
        variant="pi"
        fontWeight={outcome === 'reduced' ? 'semiBold' : 'regular'}
        textColor={belowCost ? 'warning700' : 'neutral800'}
      >
        <Amount value={after} currency={currency} />
      </Typography>
    </Flex>
  );
}
