import { Box, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';

import type { SalePreviewDto, SalePreviewRowDto } from '../../../server/contracts/sale-preview';
import { Amount } from '../../components/amount';
import { Wrapping } from '../../components/wrapping';
import type { TextKey } from '../../text/get-translation';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { PriceChange } from './price-change';
import { useOutcomeWords } from './use-outcome-words';

const COLUMNS: { title: TextKey; isNumber?: true }[] = [
  { title: 'sale.column.variation' },
  { title: 'sale.column.unit-price', isNumber: true },
  { title: 'sale.column.price', isNumber: true },
  { title: 'sale.column.saved', isNumber: true },
  { title: 'sale.column.note' },
];

const LOADING_ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** The rows of a page; grey bars in their place until the first are there. */
export function AllRowsTable({ preview }: { preview: SalePreviewDto | undefined }) {
  const text = useText();
  const rows = preview?.rows ?? [];
  if (preview && rows.length === 0) {
    return (
      <Box padding={6} aria-live="polite">
        <Typography textColor="neutral600">{text('sale.none-match')}</Typography>
      </Box>
    );
  }
  return (
    <Table
      colCount={COLUMNS.length}
      rowCount={(preview?.pagination.total ?? 0) + 1}
      aria-label={text('sale.prices')}
    >
      <Thead>
        <Tr>
          {COLUMNS.map(({ title, isNumber }) => (
            <Th key={title}>
              <Flex width="100%" justifyContent={isNumber ? 'flex-end' : 'flex-start'}>
                <Typography variant="sigma" textColor="neutral600">
                  {text(title)}
                </Typography>
              </Flex>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {preview
          ? rows.map((row) => (
              <Row key={row.variationDocumentId} row={row} currency={preview.currency} />
            ))
          : LOADING_ROWS.map((row) => <LoadingRow key={row} />)}
      </Tbody>
    </Table>
  );
}

function Row({ row, currency }: { row: SalePreviewRowDto; currency: string }) {
  const text = useText();
  const words = useOutcomeWords();
  const { percent } = useFormats();
  const { product, options, sku, unitPrice, saved, belowCost } = row;
  const notes = [words(row), belowCost ? text('sale.below-cost') : ''].filter(Boolean);
  return (
    <Tr>
      <Td>
        <Wrapping minWidth="16rem" maxWidth="32rem" paddingTop={2} paddingBottom={2}>
          <Typography tag="p" textColor="neutral800">
            {[product, ...options].filter(Boolean).join(', ')}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {sku}
          </Typography>
        </Wrapping>
      </Td>
      <NumberCell>{unitPrice && <Amount value={unitPrice} currency={currency} />}</NumberCell>
      <Td>
        <PriceChange row={row} currency={currency} />
      </Td>
      <NumberCell>
        {saved && <Amount value={saved} currency={currency} />}
        {row.percent && ` (${percent(row.percent)})`}
      </NumberCell>
      <Td>
        <Wrapping maxWidth="26rem">
          <Typography tag="p" variant="pi" textColor={belowCost ? 'warning700' : 'neutral600'}>
            {notes.join(' · ')}
          </Typography>
        </Wrapping>
      </Td>
    </Tr>
  );
}

function NumberCell({ children }: { children: React.ReactNode }) {
  return (
    <Td>
      <Flex justifyContent="flex-end">
        <Typography variant="pi" textColor="neutral800">
          {children}
        </Typography>
      </Flex>
    </Td>
  );
}

function LoadingRow() {
  return (
    <Tr aria-hidden>
      {COLUMNS.map(({ title }) => (
        <Td key={title}>
          <Box height="1.2rem" width="60%" minWidth="4rem" background="neutral150" hasRadius />
        </Td>
      ))}
    </Tr>
  );
}
