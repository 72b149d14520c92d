import { Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { ImportRunDto } from '../../../server/contracts/imports';
import { useFindImportsQuery } from '../../api/imports';
import { LoadError } from '../../components/load-error';
import { useText } from '../../text/use-text';
import { ChooseFile } from './choose-file';
import { CurrentImport } from './current-import';
import { EarlierImports } from './earlier-imports';
import { useAfterImport } from './use-after-import';

/** While a file is read, wherever that happens. */
const EVERY_SECOND = 1000;
/** Somebody else may begin one. */
const NOW_AND_THEN = 15_000;

/** A file on its way into the shop: chosen, checked, imported; and those before it. */
export function ImportDesk() {
  const text = useText();
  const [isBusy, setIsBusy] = useState(false);
  const { data, error, isError, isFetching, refetch } = useFindImportsQuery(undefined, {
    refetchOnMountOrArgChange: true,
    pollingInterval: isBusy ? EVERY_SECOND : NOW_AND_THEN,
  });
  const [shownId, setShown] = useState<string | null>(null);
  const runs = data?.data ?? [];
  const running = runs.find(({ state }) => state === 'running');
  if (data && isBusy !== Boolean(running)) setIsBusy(Boolean(running));
  useAfterImport(runs);

  if (isError && !data) {
    return <LoadError error={error} retry={refetch} isRetrying={isFetching} />;
  }
  // Whoever comes back finds what they were about, or what became of it.
  const shown = runs.find(({ id }) => id === shownId) ?? running ?? runs[0];
  return (
    <>
      <ChooseFile
        mostBytes={data?.meta.mostBytes ?? null}
        onSent={(run) => {
          setShown(run.id);
          void refetch();
        }}
      />
      {shown && <CurrentImport key={shown.id} run={shown} isBlocked={isOther(running, shown)} />}
      {runs.length > 0 && (
        <EarlierImports runs={runs} shownId={shown?.id ?? null} onShow={setShown} />
      )}
      <Typography aria-live="polite" style={{ position: 'absolute', left: '-9999px' }}>
        {running ? text('imports.running', { file: running.filename }) : ''}
      </Typography>
    </>
  );
}

const isOther = (running: ImportRunDto | undefined, shown: ImportRunDto) =>
  running !== undefined && running.id !== shown.id;
