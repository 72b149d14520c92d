import type { Announcements, DndContextProps, UniqueIdentifier } from '@dnd-kit/core';

import { useText } from '../../../text/use-text';
import { BLOCK_KINDS } from '../block-kinds';
import type { DraftBlock } from '../composition';

/** What a screen reader hears while a block is moved. */
export function useAnnouncements(
  blocks: readonly DraftBlock[]
): NonNullable<DndContextProps['accessibility']> {
  const text = useText();
  const nameOf = (id: UniqueIdentifier) => {
    const block = blocks.find(({ key }) => key === id);
    return block ? (block.heading ?? text(BLOCK_KINDS[block.position].title)) : '';
  };
  const placeOf = (id: UniqueIdentifier) => blocks.findIndex(({ key }) => key === id) + 1;
  const count = blocks.length;
  const lifted = (id: UniqueIdentifier) =>
    text('layout.drag.lifted', { block: nameOf(id), place: placeOf(id), count });
  const announcements: Announcements = {
    onDragStart: ({ active }) => lifted(active.id),
    // Where it was lifted, and back there, it is told the same.
    onDragOver: ({ active, over }) => {
      if (!over) return undefined;
      if (over.id === active.id) return lifted(active.id);
      return text('layout.drag.over', {
        block: nameOf(active.id),
        place: placeOf(over.id),
        count,
      });
    },
    onDragEnd: ({ active, over }) =>
      text('layout.drag.dropped', {
        block: nameOf(active.id),
        place: placeOf(over?.id ?? active.id),
        count,
      }),
    onDragCancel: ({ active }) => text('layout.drag.cancelled', { block: nameOf(active.id) }),
  };
  return {
    announcements,
    screenReaderInstructions: { draggable: text('layout.drag.how') },
  };
}
