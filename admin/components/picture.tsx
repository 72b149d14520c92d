import { Flex } from '@strapi/design-system';
import { Image } from '@strapi/icons';
import { styled } from 'styled-components';

import type { OrderItemDto } from '../../server/contracts/orders';
import { backendUrl } from '../api/backend-url';

const Thumbnail = styled.img`
  width: 4rem;
  height: 4rem;
  object-fit: cover;
  display: block;
`;

/** A small picture, or a place of the same size without one. The words beside it say what it is. */
export function Picture({ image }: { image: OrderItemDto['image'] }) {
  return (
    <Flex
      justifyContent="center"
      shrink={0}
      width="4rem"
      height="4rem"
      background="neutral150"
      color="neutral500"
      overflow="hidden"
      hasRadius
    >
      {image ? (
        <Thumbnail src={smallest(image)} alt="" loading="lazy" />
      ) : (
        <Image aria-hidden width="1.6rem" height="1.6rem" />
      )}
    </Flex>
  );
}

function smallest({ url, formats }: NonNullable<OrderItemDto['image']>): string {
  const thumbnail = formats?.['thumbnail'] as { url?: string } | undefined;
  const path = thumbnail?.url ?? url;
  return path.startsWith('/') ? `${backendUrl()}${path}` : path;
}
