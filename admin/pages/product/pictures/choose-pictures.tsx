import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useStrapiApp } from '@strapi/strapi/admin';
import { type ComponentType, useState } from 'react';

import { USE_MEDIA_LIBRARY } from '../../../permissions';
import { useGranted } from '../../../shop/use-granted';
import { useText } from '../../../text/use-text';
import type { PictureFileDto } from './picture-draft';

/** As the media library hands it over. */
interface Asset extends Partial<Omit<PictureFileDto, 'id' | 'url'>> {
  id: number;
  url?: string;
}

interface MediaLibraryDialogProps {
  allowedTypes: string[];
  multiple: boolean;
  onClose: () => void;
  onSelectAssets: (assets: Asset[]) => void;
}

interface ChoosePicturesProps {
  onChoose: (files: PictureFileDto[]) => void;
}

/** Files of the host's media library, or new ones that are uploaded there; with the rights that a role has there. */
export function ChoosePictures({ onChoose }: ChoosePicturesProps) {
  const text = useText();
  const mayUse = useGranted()(USE_MEDIA_LIBRARY);
  const components = useStrapiApp('ChoosePictures', (app) => app.components);
  const MediaLibraryDialog = components['media-library'] as
    ComponentType<MediaLibraryDialogProps> | undefined;
  const [isOpen, setIsOpen] = useState(false);
  if (!mayUse || !MediaLibraryDialog) return null;
  return (
    <>
      <Button
        variant="secondary"
        startIcon={<Plus />}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {text('product-pictures.add')}
      </Button>
      {isOpen && (
        <MediaLibraryDialog
          allowedTypes={['images']}
          multiple
          onClose={() => {
            setIsOpen(false);
          }}
          onSelectAssets={(assets) => {
            onChoose(assets.map(fileOf));
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}

function fileOf({ id, name, url, alternativeText, width, height, formats }: Asset): PictureFileDto {
  return {
    id,
    name: name ?? null,
    url: url ?? '',
    alternativeText: alternativeText ?? null,
    width: width ?? null,
    height: height ?? null,
    formats: formats ?? null,
  };
}
