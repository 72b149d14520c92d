import { Button } from '@strapi/design-system';
import type { ComponentProps } from 'react';

import { fetchPrinted } from '../../../api/documents';
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
    if ('data' in answer) save(answer.data, `${filename}.pdf`);
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

/** A click on a link that nobody sees: no window opens, so nothing can be blocked. */
function save(content: Blob, filename: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = filename;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after the click.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
