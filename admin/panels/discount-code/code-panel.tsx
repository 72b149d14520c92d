import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex } from '@strapi/design-system';
import { useLocation } from 'react-router-dom';

import { UIDS } from '../../../content-types/uids';
import { SEE_CODE_USES } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { useText } from '../../text/use-text';
import { PanelLoading } from '../panel-loading';
import { CodeCheck } from './code-check';
import { CodeUses } from './code-uses';

/** Beside a discount code: what is odd about it, how it is passed on, and which orders used it. */
export const CodePanel: PanelComponent = ({ model, document, documentId }) => {
  const text = useText();
  const isGranted = useGranted();
  const isCopy = useLocation().pathname.includes('/clone/');
  if (model !== UIDS.discountCode || !isGranted(SEE_CODE_USES)) return null;
  const isSaved = Boolean(documentId) && !isCopy;
  return {
    title: text('code.title'),
    content:
      isSaved && !document ? (
        <PanelLoading />
      ) : (
        <Flex direction="column" alignItems="stretch" gap={4} width="100%">
          <CodeCheck documentId={documentId} />
          {isSaved && documentId && (
            <CodeUses
              documentId={documentId}
              maxUses={typeof document?.maxUses === 'number' ? document.maxUses : null}
              usedCount={Number(document?.usedCount ?? 0)}
            />
          )}
        </Flex>
      ),
  };
};
