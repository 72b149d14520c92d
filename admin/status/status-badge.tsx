import { Status, Typography } from '@strapi/design-system';

import { useText } from '../text/use-text';
import type { StatusWord } from './status-words';

/** A status in words, with the colour as a second hint only. */
export function StatusBadge({ word: { key, tone } }: { word: StatusWord }) {
  const text = useText();
  return (
    <Status size="XS" variant={tone} display="inline-flex">
      <Typography tag="span" variant="pi" fontWeight="bold" style={{ whiteSpace: 'nowrap' }}>
        {text(key)}
      </Typography>
    </Status>
  );
}
