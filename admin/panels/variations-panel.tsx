import type { PanelComponent } from '@strapi/content-manager/strapi-admin';

import { UIDS } from '../../content-types/uids';
import { useText } from '../text/use-text';
import { SavedVariations } from './saved-variations';
import { PanelHint } from './panel-hint';

/** Beside a product: the variations that its ticked options make, each a step away from its own page. */
export const VariationsPanel: PanelComponent = ({ model, document, documentId }) => {
  const text = useText();
  if (model !== UIDS.product) return null;
  return {
    title: text('variations.title'),
    content:
      document && documentId ? (
        <SavedVariations productDocumentId={documentId} />
      ) : (
        <PanelHint>{text('variations.unsaved')}</PanelHint>
      ),
  };
};
