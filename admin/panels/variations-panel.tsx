import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useMemo } from 'react';
import { useMatch } from 'react-router-dom';

import { UIDS } from '../../content-types/uids';
import { useText } from '../text/use-text';
import { PanelHint } from './panel-hint';
import { ProductPanel } from './product/product-panel';

/** Beside a product: the options that it comes in, to be ticked, what saving will do, and what is for sale now. */
export const VariationsPanel: PanelComponent = ({ model, documentId, activeTab }) => {
  const text = useText();
  const isCloning = useMatch('/content-manager/:collectionType/:slug/clone/:documentId') !== null;
  const isPublishedTab = activeTab === 'published';
  // The host compares what it is given with what it had, to the last element: the same one is compared at once.
  const content = useMemo(
    () =>
      isCloning ? (
        <PanelHint>{text('product-panel.clone')}</PanelHint>
      ) : (
        <ProductPanel product={documentId} isPublishedTab={isPublishedTab} />
      ),
    [text, isCloning, documentId, isPublishedTab]
  );
  return model === UIDS.product ? { title: text('variations.title'), content } : null;
};
