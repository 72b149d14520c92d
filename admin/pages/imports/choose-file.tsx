import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { FileCsv, Upload } from '@strapi/icons';
import { type DragEvent, useId, useRef, useState } from 'react';
import { styled } from 'styled-components';

import type { ImportRunDto } from '../../../server/contracts/imports';
import { type DialectName, uploadImport } from '../../api/imports';
import { Card } from '../../components/card';
import { DownloadButton } from '../../components/download-button';
import { Notice } from '../../components/notice';
import { useStep } from '../../components/use-step';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { DIALECTS, sizeText } from './import-words';

const Drop = styled(Flex)<{ $isOver: boolean }>`
  border: 1px dashed
    ${({ theme, $isOver }) => ($isOver ? theme.colors.primary600 : theme.colors.neutral300)};
  background: ${({ theme, $isOver }) =>
    $isOver ? theme.colors.primary100 : theme.colors.neutral100};
`;

interface ChooseFileProps {
  /** Null until the server has said. */
  mostBytes: number | null;
  onSent: (run: ImportRunDto) => void;
}

/** A place for a file: dragged in, or looked for. */
export function ChooseFile({ mostBytes, onSent }: ChooseFileProps) {
  const text = useText();
  const { number } = useFormats();
  const { isBusy, take } = useStep();
  const [isOver, setIsOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const limit = mostBytes === null ? '' : sizeText(mostBytes, number);

  const send = async (files: FileList | null) => {
    const [file, another] = [...(files ?? [])];
    if (!file) return;
    if (another) setRefusal(text('imports.one-file'));
    else if (mostBytes !== null && file.size > mostBytes) {
      setRefusal(text('imports.too-long', { limit }));
    } else {
      setRefusal(null);
      await take(
        async () => {
          const answer = await uploadImport(file);
          if ('data' in answer) onSent(answer.data);
          return answer;
        },
        null,
        setRefusal
      );
    }
  };
  const over = (event: DragEvent) => {
    // Without it the browser would open the file.
    event.preventDefault();
    setIsOver(true);
  };

  return (
    <Card title={text('imports.choose')}>
      <Drop
        $isOver={isOver}
        direction="column"
        gap={3}
        padding={8}
        hasRadius
        onDragEnter={over}
        onDragOver={over}
        onDragLeave={() => {
          setIsOver(false);
        }}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          setIsOver(false);
          void send(event.dataTransfer.files);
        }}
      >
        <FileCsv aria-hidden width="3.2rem" height="3.2rem" fill="primary600" />
        <Typography textColor="neutral800" fontWeight="semiBold">
          {text('imports.drag')}
        </Typography>
        <Button
          variant="secondary"
          startIcon={<Upload />}
          loading={isBusy}
          aria-describedby={hintId}
          onClick={() => input.current?.click()}
        >
          {text('imports.browse')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          aria-label={text('imports.choose')}
          tabIndex={-1}
          style={{ display: 'none' }}
          onChange={({ target }) => {
            void send(target.files).then(() => {
              // So that the same file can be chosen again, corrected.
              target.value = '';
            });
          }}
        />
        <Typography variant="pi" textColor="neutral600" id={hintId} textAlign="center">
          {text('imports.limit', { limit })}
        </Typography>
      </Drop>
      {refusal && (
        <Box role="alert">
          <Notice tone="danger">{refusal}</Notice>
        </Box>
      )}
      <Flex gap={2} wrap="wrap">
        <Typography textColor="neutral600">{text('imports.examples')}</Typography>
        {(Object.keys(DIALECTS) as DialectName[]).map((dialect) => (
          <DownloadButton
            key={dialect}
            size="S"
            label={text(DIALECTS[dialect])}
            path={`imports/examples/${dialect}.csv`}
            filename={`${dialect}-example.csv`}
          />
        ))}
      </Flex>
    </Card>
  );
}
