import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useLocation } from 'react-router-dom';

import { UIDS } from '../../../content-types/uids';
import { PREVIEW_SALES } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { useText } from '../../text/use-text';
import { PanelLoading } from '../panel-loading';
import { SalePreview } from './sale-preview';

/** Beside a sale: what it does to the prices, while it is edited. */
export const SalePanel: PanelComponent = ({ model, document, documentId }) => {
  const text = useText();
  const isGranted = useGranted();
  const isCopy = useLocation().pathname.includes('/clone/');
  if (model !== UIDS.sale || !isGranted(PREVIEW_SALES)) return null;
  // Until the entry is there its form is empty, and would be taken for a sale without a discount.
  const isReady = !documentId || isCopy || Boolean(document);
  return {
    title: text('sale.preview'),
    content: isReady ? <SalePreview documentId={documentId} /> : <PanelLoading />,
  };
};
