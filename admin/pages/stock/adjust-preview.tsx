import { Box, Flex, Typography } from '@strapi/design-system';

import type { StockRowDto } from '../../../server/contracts/stock';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { type AdjustMode, unitsAfter } from './adjustment';
import { fullName } from './stock-words';

interface AdjustPreviewProps {
  rows: StockRowDto[];
  mode: AdjustMode;
  units: number | null;
}

/** What each thing has and would have: "5 → 8". */
export function AdjustPreview({ rows, mode, units }: AdjustPreviewProps) {
  const text = useText();
  const { number } = useFormats();
  const words = (stock: number | null) =>
    stock === null ? text('stock.level.uncounted') : number(stock);
  return (
    <Box
      tag="ul"
      aria-label={text('stock.preview')}
      aria-live="polite"
      background="neutral100"
      padding={4}
      hasRadius
      maxHeight="20rem"
      overflow="auto"
    >
      {rows.map((row) => {
        const after = unitsAfter(row.stock, mode, units);
        return (
          <Flex key={row.documentId} tag="li" justifyContent="space-between" gap={4}>
            <Typography textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
              {rows.length === 1 ? text('stock.in-stock') : fullName(row)}
            </Typography>
            <Typography
              textColor={after !== null && after < 0 ? 'danger600' : 'neutral800'}
              fontWeight="semiBold"
              style={{ whiteSpace: 'nowrap' }}
            >
              {after === row.stock
                ? words(row.stock)
                : text('stock.from-to', { from: words(row.stock), to: words(after) })}
            </Typography>
          </Flex>
        );
      })}
    </Box>
  );
}
