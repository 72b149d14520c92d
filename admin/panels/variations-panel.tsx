import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Box, Divider, Flex } from '@strapi/design-system';
import { useMatch } from 'react-router-dom';

import { UIDS } from '../../content-types/uids';
import { useText } from '../text/use-text';
import { PanelHint } from './panel-hint';
import { ProductOptions } from './product/product-options';
import { SavedVariations } from './product/saved-variations';

/** Beside a product: the options that it comes in, to be ticked, what saving will do, and what is for sale now. */
export const VariationsPanel: PanelComponent = ({ model, documentId, activeTab }) => {
  const text = useText();
  const isCloning = useMatch('/content-manager/:collectionType/:slug/clone/:documentId') !== null;
  if (model !== UIDS.product) return null;
  return {
    title: text('variations.title'),
    content: isCloning ? (
      <PanelHint>{text('product-panel.clone')}</PanelHint>
    ) : (
      <Flex direction="column" alignItems="stretch" gap={4} width="100%">
        {!documentId && <PanelHint>{text('variations.unsaved')}</PanelHint>}
        <ProductOptions product={documentId} isPublishedTab={activeTab === 'published'} />
        {documentId && (
          <>
            <Box paddingTop={1}>
              <Divider />
            </Box>
            <SavedVariations product={documentId} />
          </>
        )}
      </Flex>
    ),
  };
};
