import {
  Button,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';

import type { ImportRunDto } from '../../../server/contracts/imports';
import { Card } from '../../components/card';
import { Wrapping } from '../../components/wrapping';
import { StatusBadge } from '../../status/status-badge';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { stateOf } from './import-words';

interface EarlierImportsProps {
  runs: ImportRunDto[];
  shownId: string | null;
  onShow: (id: string) => void;
}

/** The last files, with who brought them and what became of them. */
export function EarlierImports({ runs, shownId, onShow }: EarlierImportsProps) {
  const text = useText();
  const { time } = useFormats();
  return (
    <Card title={text('imports.earlier')}>
      <Table colCount={4} rowCount={runs.length + 1} aria-label={text('imports.earlier')}>
        <Thead>
          <Tr>
            {(['imports.file', 'imports.when', 'imports.status'] as const).map((key) => (
              <Th key={key}>
                <Typography variant="sigma" textColor="neutral600">
                  {text(key)}
                </Typography>
              </Th>
            ))}
            <Th>
              <VisuallyHidden>{text('imports.show')}</VisuallyHidden>
            </Th>
          </Tr>
        </Thead>
        <Tbody>
          {runs.map((run) => (
            <Tr key={run.id}>
              <Td>
                <Wrapping maxWidth="26rem">
                  <Typography textColor="neutral800">{run.filename}</Typography>
                </Wrapping>
              </Td>
              <Td>
                <Wrapping maxWidth="20rem">
                  <Typography tag="p" textColor="neutral800">
                    {time(run.finishedAt ?? run.startedAt ?? run.createdAt)}
                  </Typography>
                  <Typography tag="p" variant="pi" textColor="neutral600">
                    {run.by}
                  </Typography>
                </Wrapping>
              </Td>
              <Td>
                <StatusBadge word={stateOf(run)} />
              </Td>
              <Td>
                <Button
                  variant="tertiary"
                  size="S"
                  disabled={run.id === shownId}
                  aria-label={text('imports.show-of', { file: run.filename })}
                  onClick={() => {
                    onShow(run.id);
                  }}
                >
                  {text('imports.show')}
                </Button>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Card>
  );
}
