import { Button } from '@strapi/design-system';
import { Images } from '@strapi/icons';
import { useStrapiApp } from '@strapi/strapi/admin';
import { type ComponentType, useState } from 'react';

import { USE_MEDIA_LIBRARY } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { useText } from '../../text/use-text';
import { fileUrl } from '../layout/file-url';

type Asset = Parameters<typeof fileUrl>[0];

interface MediaLibraryDialogProps {
  allowedTypes: string[];
  multiple: boolean;
  onClose: () => void;
  onSelectAssets: (assets: Asset[]) => void;
}

/** A picture of the host's media library, for who may use it. */
export function LibraryButton({ onChoose }: { onChoose: (url: string) => void }) {
  const text = useText();
  const mayUse = useGranted()(USE_MEDIA_LIBRARY);
  const components = useStrapiApp('LibraryButton', (app) => app.components);
  const MediaLibraryDialog = components['media-library'] as
    ComponentType<MediaLibraryDialogProps> | undefined;
  const [isOpen, setIsOpen] = useState(false);
  if (!mayUse || !MediaLibraryDialog) return null;
  return (
    <>
      <Button
        variant="secondary"
        startIcon={<Images />}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {text('settings.logo.library')}
      </Button>
      {isOpen && (
        <MediaLibraryDialog
          allowedTypes={['images']}
          multiple={false}
          onClose={() => {
            setIsOpen(false);
          }}
          onSelectAssets={([asset]) => {
            setIsOpen(false);
            if (asset) onChoose(fileUrl(asset));
          }}
        />
      )}
    </>
  );
}
