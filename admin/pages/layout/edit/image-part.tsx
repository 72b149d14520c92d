import { Button, Field, Flex } from '@strapi/design-system';
import { Cross, Image } from '@strapi/icons';
import { useStrapiApp } from '@strapi/strapi/admin';
import { type ComponentType, useState } from 'react';
import { styled } from 'styled-components';

import { USE_MEDIA_LIBRARY } from '../../../permissions';
import { useGranted } from '../../../shop/use-granted';
import { useText } from '../../../text/use-text';
import type { DraftBlock } from '../composition';
import { fileUrl } from '../file-url';
import type { PartProps } from './edit-block';

/** As the media library hands it over. */
type Asset = Partial<NonNullable<DraftBlock['image']>> & { id: number };

interface MediaLibraryDialogProps {
  allowedTypes: string[];
  multiple: boolean;
  onClose: () => void;
  onSelectAssets: (assets: Asset[]) => void;
}

const Chosen = styled.img`
  max-width: 100%;
  max-height: 18rem;
  object-fit: contain;
  background: ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

/** One picture of the host's media library, or a new one that is uploaded there. */
export function ImagePart({ block, mayEdit, faultOf, change }: PartProps) {
  const text = useText();
  const mayUse = useGranted()(USE_MEDIA_LIBRARY) && mayEdit('image');
  const components = useStrapiApp('ImagePart', (app) => app.components);
  const MediaLibraryDialog = components['media-library'] as
    ComponentType<MediaLibraryDialogProps> | undefined;
  const [isOpen, setIsOpen] = useState(false);
  const { image } = block;

  return (
    <Field.Root name="image" error={faultOf('image')} width="100%">
      <Field.Label>{text('layout.field.image')}</Field.Label>
      {image && (
        <Chosen
          src={fileUrl(image, 'small')}
          alt={image.alternativeText ?? text('layout.field.image.none')}
        />
      )}
      <Flex gap={2} paddingTop={1}>
        <Button
          variant="secondary"
          startIcon={<Image />}
          disabled={!mayUse || !MediaLibraryDialog}
          onClick={() => {
            setIsOpen(true);
          }}
        >
          {text(image ? 'layout.field.image.change' : 'layout.field.image.choose')}
        </Button>
        {image && mayEdit('image') && (
          <Button
            variant="tertiary"
            startIcon={<Cross />}
            onClick={() => {
              change({ image: null });
            }}
          >
            {text('layout.field.image.remove')}
          </Button>
        )}
      </Flex>
      <Field.Error />
      {isOpen && MediaLibraryDialog && (
        <MediaLibraryDialog
          allowedTypes={['images']}
          multiple={false}
          onClose={() => {
            setIsOpen(false);
          }}
          onSelectAssets={([asset]) => {
            if (asset) change({ image: imageOf(asset) });
            setIsOpen(false);
          }}
        />
      )}
    </Field.Root>
  );
}

function imageOf({ id, url, alternativeText, width, height, formats }: Asset) {
  return {
    id,
    url: url ?? '',
    alternativeText: alternativeText ?? null,
    width: width ?? null,
    height: height ?? null,
    formats: formats ?? null,
  };
}
