import { Box, Button, EmptyStateLayout, Flex } from '@strapi/design-system';
import { Images } from '@strapi/icons';
import { useState } from 'react';

import type { ProductPicturesDto } from '../../../../server/contracts/product-pictures';
import type { ApiError } from '../../../api/api-error';
import { useSaveProductPicturesMutation } from '../../../api/product-pictures';
import { Notice } from '../../../components/notice';
import { UnsavedChanges } from '../../../components/unsaved-changes';
import { useStep } from '../../../components/use-step';
import { useText } from '../../../text/use-text';
import { ChoosePictures } from './choose-pictures';
import { addFiles, draftOf, wishOf } from './picture-draft';
import { PictureGrid } from './picture-grid';
import { PictureNotices } from './picture-notices';
import { usePictureDraft } from './use-picture-draft';

interface PicturesEditorProps {
  product: string;
  found: ProductPicturesDto;
  reload: () => Promise<{ data?: ProductPicturesDto }>;
}

export function PicturesEditor({ product, found, reload }: PicturesEditorProps) {
  const text = useText();
  const { seen, draft, setDraft, changed, start } = usePictureDraft(found);
  const { isBusy, take } = useStep();
  const [save] = useSaveProductPicturesMutation();
  const [refusal, setRefusal] = useState<{ message: string; isStale: boolean } | null>(null);
  const { mayChangeList, variations } = seen;

  const saveAll = async () => {
    let isStale = false;
    setRefusal(null);
    await take(
      async () => {
        const wish = { version: seen.version, pictures: wishOf(draft) };
        const answer = await save({ product, wish });
        if ('data' in answer) start(answer.data);
        else isStale = isOutOfDate(answer.error);
        return answer;
      },
      text('product-pictures.saved'),
      (message) => {
        setRefusal({ message, isStale });
      }
    );
  };
  const loadAgain = async () => {
    const { data } = await reload();
    if (!data) return;
    setRefusal(null);
    start(data);
  };

  const choose = mayChangeList && (
    <ChoosePictures
      onChoose={(files) => {
        setDraft(addFiles(draft, files));
      }}
    />
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <UnsavedChanges when={changed} />
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        {choose || <span />}
        <Flex gap={2}>
          <Button
            variant="tertiary"
            disabled={!changed || isBusy}
            onClick={() => {
              setDraft(draftOf(seen));
              setRefusal(null);
            }}
          >
            {text('product-pictures.discard')}
          </Button>
          <Button disabled={!changed} loading={isBusy} onClick={() => void saveAll()}>
            {text('dialog.save')}
          </Button>
        </Flex>
      </Flex>
      {refusal && (
        <Box role="alert">
          <Notice tone="danger">
            {refusal.message}
            {refusal.isStale && (
              <Box paddingTop={2}>
                <Button size="S" variant="tertiary" onClick={() => void loadAgain()}>
                  {text('product-pictures.load-again')}
                </Button>
              </Box>
            )}
          </Notice>
        </Box>
      )}
      <PictureNotices product={product} pictures={seen} draft={draft} />
      {draft.length === 0 ? (
        <EmptyStateLayout
          hasRadius
          shadow="tableShadow"
          icon={<Images width="8rem" height="8rem" fill="neutral400" />}
          content={text('product-pictures.empty')}
          action={choose}
        />
      ) : (
        <PictureGrid
          draft={draft}
          variations={variations}
          mayChangeList={mayChangeList}
          isBusy={isBusy}
          onChange={setDraft}
        />
      )}
    </Flex>
  );
}

/** The answer names the version when others were faster. */
function isOutOfDate(error: ApiError): boolean {
  const { details } = error as { details?: { issues?: { path?: string }[] } };
  return details?.issues?.some(({ path }) => path === 'version') ?? false;
}
