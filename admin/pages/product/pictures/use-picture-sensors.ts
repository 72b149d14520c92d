import {
  type Announcements,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { useMemo } from 'react';

import { useText } from '../../../text/use-text';

/** Pictures are moved with the mouse or a finger, or with Space and the arrow keys. */
export function usePictureSensors() {
  return useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates })
  );
}

/** What a screen reader hears of it, in the editor's language. */
export function usePictureAnnouncements(placeOf: (key: string) => number, count: number) {
  const text = useText();
  return useMemo(() => {
    const place = (key: string | number) => ({ place: placeOf(String(key)) + 1, count });
    // Right after it was picked up it is over its own place, which would drown what was just said.
    let isPickedUp = false;
    const announcements: Announcements = {
      onDragStart: ({ active }) => {
        isPickedUp = true;
        return text('product-pictures.drag-start', place(active.id));
      },
      onDragOver: ({ active, over }) => {
        if (!over || (isPickedUp && over.id === active.id)) return undefined;
        isPickedUp = false;
        return text('product-pictures.drag-over', place(over.id));
      },
      onDragEnd: ({ over, active }) =>
        text('product-pictures.drag-end', place(over?.id ?? active.id)),
      onDragCancel: ({ active }) => text('product-pictures.drag-cancel', place(active.id)),
    };
    return {
      announcements,
      screenReaderInstructions: { draggable: text('product-pictures.drag-how') },
    };
  }, [text, placeOf, count]);
}
