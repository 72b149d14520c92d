import { Box, Divider, Flex } from '@strapi/design-system';

import { useText } from '../../text/use-text';
import { PanelHint } from '../panel-hint';
import { ProductOptions } from './product-options';
import { SavedVariations } from './saved-variations';

interface ProductPanelProps {
  /** undefined while it is not saved. */
  product: string | undefined;
  isPublishedTab: boolean;
}

export function ProductPanel({ product, isPublishedTab }: ProductPanelProps) {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {!product && <PanelHint>{text('variations.unsaved')}</PanelHint>}
      <ProductOptions product={product} isPublishedTab={isPublishedTab} />
      {product && (
        <>
          <Box paddingTop={1}>
            <Divider />
          </Box>
          <SavedVariations product={product} />
        </>
      )}
    </Flex>
  );
}
