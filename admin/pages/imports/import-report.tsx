import { Box, Flex, Typography } from '@strapi/design-system';

import type { ImportReportDto, ImportRunDto } from '../../../server/contracts/imports';
import { DownloadButton } from '../../components/download-button';
import type { TextKey } from '../../text/get-translation';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';

const LEFT_OUT: TextKey = 'imports.left-out';

/** What was done, or in a check would be: counted in products, with everything that was left out. */
export function ImportReport({ run, report }: { run: ImportRunDto; report: ImportReportDto }) {
  const text = useText();
  const { created, updated, unchanged, failed, notes } = report;
  const figures = [
    ['imports.created', created],
    ['imports.updated', updated],
    ['imports.unchanged', unchanged],
  ] as const;
  const isCheck = run.phase === 'check';
  return (
    <Flex direction="column" alignItems="stretch" gap={4} aria-live="polite">
      <Typography tag="p" textColor="neutral800" fontWeight="semiBold">
        {text(isCheck ? 'imports.would' : 'imports.did')}
      </Typography>
      <Flex gap={4} wrap="wrap" tag="dl">
        {figures.map(([name, value]) => (
          <Figure key={name} name={name} value={value} />
        ))}
        <Figure name={LEFT_OUT} value={failed.count} isBad={failed.count > 0} />
      </Flex>
      {failed.count > 0 && (
        <Lines
          title={text('imports.left-out-lines')}
          lines={failed.first.map(({ line, message }) => text('imports.line', { line, message }))}
          more={failed.count - failed.first.length}
        />
      )}
      {notes.count > 0 && (
        <Lines
          title={text('imports.notes')}
          lines={notes.first}
          more={notes.count - notes.first.length}
        />
      )}
      {failed.count + notes.count > 0 && (
        <Flex>
          <DownloadButton
            label={text('imports.report')}
            path={`imports/${run.id}/report.csv`}
            filename="import-report.csv"
          />
        </Flex>
      )}
    </Flex>
  );
}

function Figure({ name, value, isBad = false }: { name: TextKey; value: number; isBad?: boolean }) {
  const text = useText();
  const { number } = useFormats();
  return (
    <Flex direction="column" alignItems="flex-start" minWidth="10rem">
      <Typography tag="dt" variant="pi" textColor="neutral600">
        {text(name)}
      </Typography>
      <Typography tag="dd" variant="beta" textColor={isBad ? 'danger600' : 'neutral800'}>
        {number(value)}
      </Typography>
    </Flex>
  );
}

function Lines({ title, lines, more }: { title: string; lines: string[]; more: number }) {
  const text = useText();
  return (
    <Box>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {title}
      </Typography>
      <Box
        tag="ul"
        marginTop={2}
        padding={4}
        background="neutral100"
        hasRadius
        maxHeight="24rem"
        overflow="auto"
        tabIndex={0}
        role="list"
        aria-label={title}
      >
        {lines.map((line, index) => (
          <Typography
            key={`${index} ${line}`}
            tag="li"
            textColor="neutral800"
            style={{ overflowWrap: 'anywhere', display: 'block' }}
          >
            {line}
          </Typography>
        ))}
        {more > 0 && (
          <Typography tag="li" textColor="neutral600" style={{ display: 'block' }}>
            {text('imports.more', { count: more })}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
