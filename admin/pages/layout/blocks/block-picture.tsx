import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { BlockViewDto } from '../../../../server/contracts/layout';
import type { DraftBlock } from '../composition';
import { fileUrl } from '../file-url';
import { BlockDrawing } from './block-drawing';

const Frame = styled(Box)`
  display: grid;
  flex-shrink: 0;
  grid-auto-columns: minmax(0, 1fr);
  grid-auto-flow: column;
  gap: 1px;
  width: 8rem;
  height: 5.6rem;
  overflow: hidden;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral150};

  img {
    display: block;
    width: 100%;
    height: 5.6rem;
    object-fit: cover;
  }
`;

interface BlockPictureProps {
  block: DraftBlock;
  view: BlockViewDto | undefined;
}

/** What a block shows at a glance: its picture, else those of its first products or categories, else a drawing. */
export function BlockPicture({ block, view }: BlockPictureProps) {
  const inside = [...(view?.block.products ?? []), ...(view?.block.categories ?? [])];
  const pictures = block.image ? [block.image] : inside.flatMap(({ image }) => image ?? []);
  const shown = pictures.slice(0, 3);
  if (shown.length === 0) return <BlockDrawing position={block.position} />;
  return (
    <Frame aria-hidden>
      {shown.map((image) => (
        <img key={image.url} src={fileUrl(image, 'thumbnail')} alt="" loading="lazy" />
      ))}
    </Frame>
  );
}
