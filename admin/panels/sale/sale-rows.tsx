import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { SalePreviewDto, SalePreviewRowDto } from '../../../server/contracts/sale-preview';
import { useText } from '../../text/use-text';
import { PriceChange } from './price-change';
import { useOutcomeWords } from './use-outcome-words';

/** Many scroll in their own box: what stands below stays near. */
const List = styled(Flex)`
  max-height: 36rem;
  overflow-y: auto;

  li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

/** The first variations with their prices, narrow enough for the panel. */
export function SaleRows({ preview }: { preview: SalePreviewDto }) {
  const text = useText();
  return (
    <List
      tag="ul"
      direction="column"
      alignItems="stretch"
      aria-label={text('sale.prices')}
      tabIndex={0}
    >
      {preview.rows.map((row) => (
        <Row key={row.variationDocumentId} row={row} currency={preview.currency} />
      ))}
    </List>
  );
}

function Row({ row, currency }: { row: SalePreviewRowDto; currency: string }) {
  const text = useText();
  const words = useOutcomeWords();
  const { product, options, sku, belowCost } = row;
  return (
    <Flex
      tag="li"
      justifyContent="space-between"
      alignItems="flex-start"
      gap={2}
      paddingTop={2}
      paddingBottom={2}
    >
      <Box minWidth={0}>
        <Typography
          tag="p"
          variant="pi"
          textColor="neutral800"
          style={{ overflowWrap: 'anywhere' }}
        >
          {[product || sku, ...options].join(', ')}
        </Typography>
        <Typography
          tag="p"
          variant="pi"
          textColor={belowCost ? 'warning700' : 'neutral600'}
          style={{ overflowWrap: 'anywhere' }}
        >
          {belowCost ? text('sale.below-cost') : words(row)}
        </Typography>
      </Box>
      <Box shrink={0}>
        <PriceChange row={row} currency={currency} />
      </Box>
    </Flex>
  );
}
