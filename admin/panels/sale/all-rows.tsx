import { Button, Flex, Modal, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';

import type { SalePreviewRequest } from '../../../server/contracts/sale-preview';
import { usePreviewSaleQuery } from '../../api/sale-preview';
import { LoadError } from '../../components/load-error';
import { SearchField } from '../../components/search-field';
import { StepPages } from '../../components/step-pages';
import { useSettled } from '../../components/use-settled';
import { useText } from '../../text/use-text';
import { AllRowsTable } from './all-rows-table';
import { SaleCsv } from './sale-csv';
import type { SaleFormRequest } from './sale-request';

type SaleForm = SaleFormRequest & Pick<SalePreviewRequest, 'at'>;

const PAGE_SIZE = 50;

/** As wide as the window lets it be: six columns want to be read in a line. */
const Wide = styled(Modal.Content)`
  width: 112rem;
  max-width: calc(100vw - 4rem);
`;

/** Every variation that the sale touches, in a dialog of its own. */
export function AllRows({ form, total }: { form: SaleForm; total: number }) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Modal.Root open={isOpen} onOpenChange={setIsOpen}>
      <Modal.Trigger>
        <Button variant="tertiary" fullWidth>
          {text('sale.show-all', { count: total })}
        </Button>
      </Modal.Trigger>
      {isOpen && (
        <Wide aria-describedby={undefined}>
          <Modal.Header closeLabel={text('dialog.close')}>
            <Modal.Title>{text('sale.prices')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Rows form={form} />
          </Modal.Body>
        </Wide>
      )}
    </Modal.Root>
  );
}

function Rows({ form }: { form: SaleForm }) {
  const text = useText();
  const [wanted, setWanted] = useState({
    q: '',
    show: 'all' as SalePreviewRequest['show'],
    page: 1,
  });
  const q = useSettled(wanted.q);
  const request = { ...form, ...wanted, q, pageSize: PAGE_SIZE };
  const { data, error, isFetching, refetch } = usePreviewSaleQuery(request);
  const change = (part: Partial<typeof wanted>) => {
    setWanted((before) => ({ ...before, page: 1, ...part }));
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4} aria-busy={isFetching}>
      <Flex gap={2} wrap="wrap" justifyContent="space-between">
        <Flex gap={2} wrap="wrap">
          <SearchField
            label={text('sale.search')}
            clearLabel={text('sale.search-clear')}
            value={wanted.q}
            onChange={(text) => {
              change({ q: text });
            }}
          />
          <SingleSelect
            size="S"
            aria-label={text('sale.show')}
            value={wanted.show}
            onChange={(show) => {
              change({ show: show as SalePreviewRequest['show'] });
            }}
          >
            <SingleSelectOption value="all">{text('sale.show.all')}</SingleSelectOption>
            <SingleSelectOption value="reduced">{text('sale.show.reduced')}</SingleSelectOption>
            <SingleSelectOption value="skipped">{text('sale.show.skipped')}</SingleSelectOption>
          </SingleSelect>
        </Flex>
        <SaleCsv request={request} />
      </Flex>
      {error ? (
        <LoadError error={error} retry={refetch} isRetrying={isFetching} />
      ) : (
        <AllRowsTable preview={data} />
      )}
      {data && !error && (
        <StepPages
          page={wanted.page}
          pageCount={data.pagination.pageCount}
          choose={(page) => {
            change({ page });
          }}
        />
      )}
    </Flex>
  );
}
