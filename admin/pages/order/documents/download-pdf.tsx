import { Button } from '@strapi/design-system';
import type { ComponentProps } from 'react';

import { fetchPrinted } from '../../../api/documents';
import { saveFile } from '../../../components/save-file';
import { useStep } from '../../../components/use-step';
import { useText } from '../../../text/use-text';

interface DownloadPdfProps extends Partial<
  Pick<ComponentProps<typeof Button>, 'size' | 'startIcon'>
> {
  path: string;
  query?: string;
  /** Without its ending. */
  filename: string;
  /** More than the label says, for who cannot see what stands around it. */
  fullLabel?: string;
}

/** Saves a document as a PDF. */
export function DownloadPdf({ path, query = '', filename, fullLabel, ...look }: DownloadPdfProps) {
  const text = useText();
  const { isBusy, take } = useStep();
  const download = async () => {
    const answer = await fetchPrinted(`${path}.pdf${query}`);
    if ('data' in answer) saveFile(answer.data, `${filename}.pdf`);
    return answer;
  };
  return (
    <Button
      variant="tertiary"
      loading={isBusy}
      aria-label={fullLabel}
      onClick={() => void take(download, null)}
      {...look}
    >
      {text('documents.download')}
    </Button>
  );
}
