import { Button, Flex, Typography } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';

import { Card } from '../../components/card';
import { LoadError } from '../../components/load-error';
import { REBUILD } from '../../permissions';
import { useText } from '../../text/use-text';
import { DriftReport } from './drift-report';
import { FailedProducts } from './failed-products';
import type { RebuildRun } from './rebuild-run';
import { RunProgress } from './run-progress';
import { useRebuild } from './use-rebuild';

/** Settings → Shop → Maintenance: whether all that the plugin works out still adds up, and a way to mend it. */
export function MaintenancePage() {
  return (
    <Page.Protect permissions={REBUILD}>
      <Maintenance />
    </Page.Protect>
  );
}

function Maintenance() {
  const text = useText();
  const { run, start } = useRebuild();
  const isRunning = run?.state === 'running';

  return (
    <Page.Main aria-busy={isRunning}>
      <Page.Title>{text('maintenance.title')}</Page.Title>
      <Layouts.Header
        title={text('maintenance.title')}
        subtitle={
          <Typography tag="p" variant="epsilon" textColor="neutral600" aria-live="polite">
            {run ? <Outcome run={run} /> : text('maintenance.subtitle')}
          </Typography>
        }
        primaryAction={
          <Button
            variant={run ? 'secondary' : 'default'}
            startIcon={<Search />}
            disabled={isRunning}
            onClick={() => void start(true)}
          >
            {text('maintenance.check')}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {!run && <WhatIsChecked />}
          {isRunning && <RunProgress run={run} />}
          {run?.state === 'broken-off' && (
            <LoadError error={run.error} retry={() => start(run.dryRun)} isRetrying={false} />
          )}
          {run?.state === 'done' && <DriftReport run={run} mend={() => start(false)} />}
          {run && !isRunning && <FailedProducts failed={run.failed} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** In one sentence, also for who cannot see the page change. */
function Outcome({ run: { state, dryRun, drifted } }: { run: RebuildRun }) {
  const text = useText();
  if (state === 'running') return text(dryRun ? 'maintenance.checking' : 'maintenance.mending');
  if (state === 'broken-off') return text('maintenance.broken-off');
  return text(dryRun ? 'maintenance.found' : 'maintenance.mended', { count: drifted.count });
}

function WhatIsChecked() {
  const text = useText();
  return (
    <Card title={text('maintenance.what')}>
      <Typography tag="p">{text('maintenance.what-body')}</Typography>
      <Typography tag="p">{text('maintenance.when-body')}</Typography>
    </Card>
  );
}
