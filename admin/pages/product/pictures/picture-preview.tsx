import { Flex, Typography } from '@strapi/design-system';
import { Image } from '@strapi/icons';
import { styled } from 'styled-components';

import type { ProductPictureDto } from '../../../../server/contracts/product-pictures';
import { backendUrl } from '../../../api/backend-url';
import { useText } from '../../../text/use-text';

const Photo = styled.img`
  width: 100%;
  height: 16rem;
  object-fit: contain;
  display: block;
`;

/** The picture in a frame of one size; what it shows is told by its description. */
export function PicturePreview({ file }: { file: ProductPictureDto['file'] }) {
  const text = useText();
  return (
    <Flex
      justifyContent="center"
      direction="column"
      gap={2}
      height="16rem"
      background="neutral100"
      color="neutral500"
    >
      {file ? (
        <Photo src={addressOf(file)} alt="" loading="lazy" draggable={false} />
      ) : (
        <>
          <Image aria-hidden width="3.2rem" height="3.2rem" />
          <Typography variant="pi" textColor="neutral600">
            {text('product-pictures.no-file')}
          </Typography>
        </>
      )}
    </Flex>
  );
}

function addressOf({ url, formats }: NonNullable<ProductPictureDto['file']>): string {
  const small = formats?.['small'] as { url?: string } | undefined;
  const path = small?.url ?? url;
  return path.startsWith('/') ? `${backendUrl()}${path}` : path;
}
