import { Flex, ProgressBar, Typography } from '@strapi/design-system';

import type { ImportRunDto } from '../../../server/contracts/imports';
import { useText } from '../../text/use-text';

/** How far the server is, in products. Nobody has to wait here for it. */
export function ImportProgress({ run: { done, total } }: { run: ImportRunDto }) {
  const text = useText();
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <ProgressBar
        value={percent}
        aria-label={text('imports.progress', { done, total })}
        style={{ width: '100%' }}
      />
      <Typography textColor="neutral600">
        {total === 0 ? text('imports.reading') : text('imports.progress', { done, total })}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {text('imports.may-leave')}
      </Typography>
    </Flex>
  );
}
