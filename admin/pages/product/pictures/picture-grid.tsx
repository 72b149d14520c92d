import { closestCenter, DndContext, type DragEndEvent } from '@dnd-kit/core';
import { rectSortingStrategy, SortableContext } from '@dnd-kit/sortable';
import { VisuallyHidden } from '@strapi/design-system';
import { useCallback, useState } from 'react';
import { styled } from 'styled-components';

import { useText } from '../../../text/use-text';
import type { PicturedVariation } from './option-shortcuts';
import { PictureCard } from './picture-card';
import { type DraftPicture, faceOf, movePicture } from './picture-draft';
import { usePictureAnnouncements, usePictureSensors } from './use-picture-sensors';

const Grid = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
  list-style: none;
  margin: 0;
  padding: 0;
`;

interface PictureGridProps {
  draft: DraftPicture[];
  variations: PicturedVariation[];
  mayChangeList: boolean;
  isBusy: boolean;
  onChange: (draft: DraftPicture[]) => void;
}

/** The pictures in their order, as cards. The first one is the product's face in lists. */
export function PictureGrid({
  draft,
  variations,
  mayChangeList,
  isBusy,
  onChange,
}: PictureGridProps) {
  const text = useText();
  const [moved, setMoved] = useState('');
  const keys = draft.filter(({ listed }) => listed).map(({ key }) => key);
  const placeOf = useCallback(
    (key: string) => draft.findIndex((picture) => picture.key === key),
    [draft]
  );
  const face = faceOf(draft, variations);
  const sensors = usePictureSensors();
  const accessibility = usePictureAnnouncements(placeOf, keys.length);

  const move = (key: string, to: number) => {
    onChange(movePicture(draft, key, to));
    setMoved(text('product-pictures.drag-end', { place: to + 1, count: keys.length }));
  };
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) {
      onChange(movePicture(draft, String(active.id), placeOf(String(over.id))));
    }
  };

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={accessibility}
      onDragEnd={drop}
    >
      <SortableContext items={keys} strategy={rectSortingStrategy}>
        <Grid aria-label={text('product-pictures.title')}>
          {draft.map((picture, place) => (
            <PictureCard
              key={picture.key}
              picture={picture}
              place={place}
              count={keys.length}
              isFace={picture.key === face}
              draft={draft}
              variations={variations}
              isLocked={!mayChangeList || isBusy}
              isBusy={isBusy}
              onMove={move}
              onChange={onChange}
            />
          ))}
        </Grid>
      </SortableContext>
      <VisuallyHidden aria-live="polite">{moved}</VisuallyHidden>
    </DndContext>
  );
}
