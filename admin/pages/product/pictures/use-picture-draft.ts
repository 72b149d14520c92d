import { useEffect, useState } from 'react';

import type { ProductPicturesDto } from '../../../../server/contracts/product-pictures';
import { type DraftPicture, draftOf, isChanged } from './picture-draft';

/**
 * The pictures as they are being edited, and what they were when that began. What others save meanwhile is taken over
 * while nothing was changed here; otherwise it is the server that says so, when this is saved.
 */
export function usePictureDraft(found: ProductPicturesDto) {
  const [seen, setSeen] = useState(found);
  const [draft, setDraft] = useState<DraftPicture[]>(() => draftOf(found));
  const changed = isChanged(draft, seen);

  const start = (pictures: ProductPicturesDto) => {
    setSeen(pictures);
    setDraft(draftOf(pictures));
  };
  useEffect(() => {
    if (!changed && found !== seen) start(found);
  }, [changed, found, seen]);

  return { seen, draft, setDraft, changed, start };
}
