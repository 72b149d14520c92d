import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import type { ComponentProps } from 'react';

import { fetchFile } from '../api/fetch-file';
import { saveFile } from './save-file';
import { useStep } from './use-step';

interface DownloadButtonProps extends Omit<ComponentProps<typeof Button>, 'children'> {
  label: string;
  /** Below `/cartwright`. */
  path: string;
  filename: string;
}

/** Brings a file of the server; what the server has against it is said in a notification. */
export function DownloadButton({ label, path, filename, ...look }: DownloadButtonProps) {
  const { isBusy, take } = useStep();
  const download = () =>
    take(async () => {
      const answer = await fetchFile(path);
      if ('data' in answer) saveFile(answer.data, filename);
      return answer;
    }, null);
  return (
    <Button
      variant="tertiary"
      startIcon={<Download />}
      loading={isBusy}
      onClick={() => void download()}
      {...look}
    >
      {label}
    </Button>
  );
}
