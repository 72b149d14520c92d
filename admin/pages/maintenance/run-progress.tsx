import { Flex, ProgressBar, Typography } from '@strapi/design-system';

import { Card } from '../../components/card';
import { useText } from '../../text/use-text';
import type { RebuildRun } from './rebuild-run';

/** How far it has come. The words below the bar have their line from the start, so nothing jumps. */
export function RunProgress({ run: { dryRun, done, total } }: { run: RebuildRun }) {
  const text = useText();
  const title = text(dryRun ? 'maintenance.checking' : 'maintenance.mending');
  return (
    <Card title={title}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <ProgressBar
          aria-label={title}
          value={total ? Math.round((100 * done) / total) : 0}
          style={{ width: '100%' }}
        />
        <Typography tag="p" variant="pi" textColor="neutral600">
          {total === null ? text('loading') : text('maintenance.progress', { done, total })}
        </Typography>
      </Flex>
    </Card>
  );
}
