import {
  Box,
  Checkbox,
  Flex,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';
import { useMediaQuery } from '@strapi/strapi/admin';

import type { StockRowDto } from '../../../server/contracts/stock';
import { useText } from '../../text/use-text';
import { SortHeading } from './sort-heading';
import { StockRow } from './stock-row';

/** The window that all columns need, beside the menus of host and shop. */
const WIDE = '(min-width: 1200px)';

const LOADING_ROWS = ['a', 'b', 'c', 'd', 'e'];

export interface Choice {
  chosenIds: string[];
  setChosen: (documentIds: string[]) => void;
}

interface StockTableProps {
  /** Null while they are loaded. */
  rows: StockRowDto[] | null;
  threshold: number | null;
  /** Null for who may not change anything. */
  choice: Choice | null;
}

export function StockTable({ rows, threshold, choice }: StockTableProps) {
  const text = useText();
  const isWide = useMediaQuery(WIDE);
  const columns = (isWide ? 6 : 3) + (choice ? 1 : 0);
  const ids = (rows ?? []).map(({ documentId }) => documentId);
  const chosen = ids.filter((id) => choice?.chosenIds.includes(id));
  const all = ids.length > 0 && chosen.length === ids.length;
  return (
    <Table colCount={columns} rowCount={ids.length + 1} aria-label={text('stock.title')}>
      <Thead>
        <Tr>
          {choice && (
            <Th>
              <Checkbox
                aria-label={text('stock.choose-all')}
                checked={chosen.length > 0 && !all ? 'indeterminate' : all}
                onCheckedChange={() => {
                  choice.setChosen(all ? [] : ids);
                }}
              />
            </Th>
          )}
          <SortHeading column="title">{text('stock.product')}</SortHeading>
          {isWide && <SortHeading column="sku">{text('stock.sku')}</SortHeading>}
          <SortHeading column="stock" isNumber>
            {text('stock.in-stock')}
          </SortHeading>
          {isWide && <NumberHeading>{text('stock.waiting')}</NumberHeading>}
          {isWide && <NumberHeading>{text('stock.sold')}</NumberHeading>}
          <Th>
            <VisuallyHidden>{text('stock.actions')}</VisuallyHidden>
          </Th>
        </Tr>
      </Thead>
      <Tbody>
        {rows === null
          ? LOADING_ROWS.map((row) => <LoadingRow key={row} columns={columns} />)
          : rows.map((row) => (
              <StockRow
                key={row.documentId}
                row={row}
                threshold={threshold}
                choice={choice}
                isWide={isWide}
              />
            ))}
      </Tbody>
    </Table>
  );
}

function NumberHeading({ children }: { children: string }) {
  return (
    <Th>
      <Flex width="100%" justifyContent="flex-end">
        <Typography variant="sigma" textColor="neutral600">
          {children}
        </Typography>
      </Flex>
    </Th>
  );
}

/** Grey bars where the rows will be, so that nothing jumps. The page says that it is busy. */
function LoadingRow({ columns }: { columns: number }) {
  return (
    <Tr aria-hidden>
      {Array.from({ length: columns }, (_, column) => (
        <Td key={column}>
          <Box height="1.2rem" width="60%" minWidth="2rem" background="neutral150" hasRadius />
        </Td>
      ))}
    </Tr>
  );
}
