import { Box, Typography } from '@strapi/design-system';

import type { SalePreviewDto } from '../../../server/contracts/sale-preview';
import { useText } from '../../text/use-text';

/** How many prices the sale sets, and what a save would change; said aloud when it changes. */
export function SaleFigures({ preview }: { preview: SalePreviewDto }) {
  const text = useText();
  const { products, variations, reached, changes, lost } = preview;
  return (
    <Box aria-live="polite">
      <Typography tag="p" variant="delta" textColor="neutral800">
        {text('sale.reduces', { variations, products })}
      </Typography>
      {reached > variations && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text('sale.of-reached', { reached, skipped: reached - variations })}
        </Typography>
      )}
      <Typography tag="p" variant="pi" textColor="neutral600">
        {text('sale.changes', { count: changes })}
        {lost > 0 && ` ${text('sale.lost', { count: lost })}`}
      </Typography>
    </Box>
  );
}
