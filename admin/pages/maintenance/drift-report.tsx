import { EmptyStateLayout, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';

import { Card } from '../../components/card';
import { useText } from '../../text/use-text';
import { DriftTable } from './drift-table';
import { Mend } from './mend';
import type { RebuildRun } from './rebuild-run';

/** What was not as it should be: to be mended after a check, and mended otherwise. */
export function DriftReport({ run, mend }: { run: RebuildRun; mend: () => Promise<void> }) {
  const text = useText();
  const { dryRun, drifted, failed, total } = run;
  if (drifted.count === 0 && failed.count > 0) return null;
  if (drifted.count === 0) {
    return (
      <EmptyStateLayout
        hasRadius
        icon={<CheckCircle width="8rem" height="8rem" fill="success600" />}
        content={text('maintenance.all-right', { count: total ?? 0 })}
      />
    );
  }
  const hidden = drifted.count - drifted.first.length;
  return (
    <Card
      title={text(dryRun ? 'maintenance.found' : 'maintenance.mended', { count: drifted.count })}
      action={dryRun && <Mend count={drifted.count} mend={mend} />}
    >
      <DriftTable drifted={drifted.first} isMended={!dryRun} />
      {hidden > 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text('maintenance.more', { shown: drifted.first.length, count: drifted.count })}
        </Typography>
      )}
    </Card>
  );
}
