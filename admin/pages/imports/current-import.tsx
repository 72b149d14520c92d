import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Play, Stop } from '@strapi/icons';
import { useState } from 'react';

import type { ImportRunDto } from '../../../server/contracts/imports';
import {
  type DialectName,
  useCancelImportMutation,
  useStartImportMutation,
} from '../../api/imports';
import { Card } from '../../components/card';
import { ConfirmButton } from '../../components/confirm-button';
import { Notice } from '../../components/notice';
import { useStep } from '../../components/use-step';
import { StatusBadge } from '../../status/status-badge';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { ImportProgress } from './import-progress';
import { ImportReport } from './import-report';
import { DIALECTS, nextOf, sizeText, stateOf } from './import-words';

interface CurrentImportProps {
  run: ImportRunDto;
  /** Another file is being read. */
  isBlocked: boolean;
}

/** One file: what kind it is, what it would do, and what it did. */
export function CurrentImport({ run, isBlocked }: CurrentImportProps) {
  const text = useText();
  const { number } = useFormats();
  const { isBusy, take } = useStep();
  const [start] = useStartImportMutation();
  const [cancel] = useCancelImportMutation();
  const [chosen, setChosen] = useState<DialectName | null>(null);
  const dialect = chosen ?? run.dialect;
  const next = nextOf(run, dialect);
  const begin = (phase: 'check' | 'import') =>
    dialect ? start({ id: run.id, phase, dialect }) : Promise.resolve({ data: null });
  const report = run.phase === 'import' ? run.imported : run.checked;
  const isSettled = run.state !== 'running' && run.state !== 'waiting';

  return (
    <Card title={run.filename} action={<StatusBadge word={stateOf(run)} />}>
      <Typography textColor="neutral600">
        {text('imports.file-facts', { size: sizeText(run.size, number), by: run.by ?? '' })}
      </Typography>
      <Field.Root name="dialect" maxWidth="32rem" hint={text('imports.dialect-hint')}>
        <Field.Label>{text('imports.dialect')}</Field.Label>
        <SingleSelect
          value={dialect ?? ''}
          placeholder={text('imports.dialect-unknown')}
          disabled={run.state === 'running'}
          onChange={(value) => {
            setChosen(String(value) as DialectName);
          }}
        >
          {(Object.keys(DIALECTS) as DialectName[]).map((name) => (
            <SingleSelectOption key={name} value={name}>
              {text(DIALECTS[name])}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Hint />
      </Field.Root>

      {run.state === 'running' && <ImportProgress run={run} />}
      {run.state === 'interrupted' && <Notice tone="warning">{text('imports.interrupted')}</Notice>}
      {run.error && <Notice tone="danger">{text('imports.failed', { reason: run.error })}</Notice>}
      {isSettled && report && <ImportReport run={run} report={report} />}
      {next.import && <Notice tone="info">{text('imports.pictures')}</Notice>}
      {isBlocked && <Notice tone="info">{text('imports.blocked')}</Notice>}

      <Flex gap={2} wrap="wrap">
        {next.import && (
          <ConfirmButton
            variant="default"
            label={text('imports.import')}
            title={text('imports.import-title')}
            icon={<Play />}
            question={text('imports.import-question', { file: run.filename })}
            disabled={isBlocked}
            ask={() => begin('import')}
            done={text('imports.begun')}
          />
        )}
        {(next.check || next.checkAgain) && (
          <Button
            variant={next.check ? 'default' : 'tertiary'}
            loading={isBusy}
            disabled={isBlocked}
            onClick={() => void take(() => begin('check'), null)}
          >
            {text(next.check ? 'imports.check' : 'imports.check-again')}
          </Button>
        )}
        {next.cancel && (
          <ConfirmButton
            variant="danger-light"
            tone="danger-light"
            label={text('imports.cancel')}
            title={text('imports.cancel-title')}
            icon={<Stop />}
            question={text('imports.cancel-question')}
            ask={() => cancel({ id: run.id })}
            done={text('imports.cancelled')}
          />
        )}
      </Flex>
    </Card>
  );
}
