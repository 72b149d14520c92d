import { Button, Flex, IconButton, Modal, Typography } from '@strapi/design-system';
import { ClockCounterClockwise } from '@strapi/icons';
import { useState } from 'react';

import type { StockRowDto } from '../../../server/contracts/stock';
import { useFindMovementsQuery } from '../../api/stock';
import { DownloadButton } from '../../components/download-button';
import { LoadError } from '../../components/load-error';
import { useText } from '../../text/use-text';
import { movementsPath } from './movements-path';
import { MovementsTable } from './movements-table';
import { fullName } from './stock-words';

const PAGE_SIZE = 10;

/** How the units of one thing came and went, over the page. */
export function VariationHistory({ row }: { row: StockRowDto }) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Modal.Root open={isOpen} onOpenChange={setIsOpen}>
      <Modal.Trigger>
        <IconButton
          variant="tertiary"
          label={text('stock.history-of', { name: fullName(row) })}
          withTooltip={false}
        >
          <ClockCounterClockwise />
        </IconButton>
      </Modal.Trigger>
      {isOpen && <History row={row} />}
    </Modal.Root>
  );
}

function History({ row }: { row: StockRowDto }) {
  const text = useText();
  const [page, setPage] = useState(1);
  const filter = { variation: row.documentId };
  const { data, error, isError, isFetching, refetch } = useFindMovementsQuery(
    { ...filter, page, pageSize: PAGE_SIZE },
    { refetchOnMountOrArgChange: true }
  );
  const pages = data?.meta.pagination.pageCount ?? 1;
  return (
    <Modal.Content aria-describedby={undefined}>
      <Modal.Header closeLabel={text('dialog.close')}>
        <Modal.Title>{text('stock.history-of', { name: fullName(row) })}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4} aria-busy={isFetching}>
          {isError ? (
            <LoadError error={error} retry={refetch} isRetrying={isFetching} />
          ) : data?.data.length === 0 ? (
            <Typography textColor="neutral600">{text('stock.no-movements')}</Typography>
          ) : (
            <MovementsTable movements={data?.data ?? null} isOfOne />
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <DownloadButton
          label={text('stock.export')}
          path={movementsPath(filter)}
          filename={`stock-${row.sku ?? row.documentId}.csv`}
        />
        {pages > 1 && (
          <Flex gap={2}>
            <Button variant="tertiary" disabled={page === 1} onClick={() => setPage(page - 1)}>
              {text('stock.newer')}
            </Button>
            <Typography textColor="neutral600" aria-live="polite">
              {text('stock.page', { page, pages })}
            </Typography>
            <Button variant="tertiary" disabled={page >= pages} onClick={() => setPage(page + 1)}>
              {text('stock.older')}
            </Button>
          </Flex>
        )}
      </Modal.Footer>
    </Modal.Content>
  );
}
