import { Button, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

import type { VariationRowDto } from '../../../../server/contracts/variation-table';
import type { GridColumn } from '../../../components/grid/grid-column';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { isInstant } from './typed-cell';

interface CellDetailProps {
  id: string;
  sale: VariationRowDto['sale'];
  /** Of the sale price that was set by hand, as the sheet has it. */
  window: { from: string; to: string };
  rowName: string;
  column: GridColumn;
  currency: string;
  value: string;
  /** In words. */
  problem: string | null;
  theirs: string | undefined;
  decide: (side: 'mine' | 'theirs') => void;
}

/** What there is to say of the active cell: what is wrong with it, who else changed it, which sale stands there. */
export function CellDetail(props: CellDetailProps) {
  const { id, sale, window, rowName, column, currency, value, problem, theirs, decide } = props;
  const text = useText();
  const { amount, time } = useFormats();
  const show = (cell: string) =>
    cell === ''
      ? text('variation-table.empty')
      : column.field === 'isDefault'
        ? '✓'
        : column.text(cell);

  let said: ReactNode = null;
  if (theirs !== undefined) {
    said = (
      <>
        <Typography textColor="warning700">
          {column.field === 'isDefault'
            ? text('variation-table.disputed-default')
            : text('variation-table.disputed', { mine: show(value), theirs: show(theirs) })}
        </Typography>
        <Button
          size="S"
          variant="secondary"
          onClick={() => {
            decide('mine');
          }}
        >
          {text('variation-table.keep-mine')}
        </Button>
        <Button
          size="S"
          variant="tertiary"
          onClick={() => {
            decide('theirs');
          }}
        >
          {text('variation-table.take-theirs')}
        </Button>
      </>
    );
  } else if (problem !== null) {
    said = <Typography textColor="danger600">{problem}</Typography>;
  } else if (column.field === 'salePrice' && sale) {
    const terms = {
      sale: sale.title,
      price: sale.price === null ? '' : amount(sale.price, currency),
      from: sale.from ? time(sale.from) : '',
      to: sale.to ? time(sale.to) : '',
    };
    said = (
      <Typography textColor="neutral600">
        {sale.onNow
          ? text('variation-table.sale-stands', terms)
          : text('variation-table.sale-comes', terms)}{' '}
        {text('variation-table.sale-explained')}
      </Typography>
    );
  } else if (column.field === 'salePrice' && value !== '' && window.from + window.to !== '') {
    const day = (instant: string) => (isInstant(instant) ? time(instant) : '…');
    const words = { from: day(window.from), to: day(window.to) };
    said = (
      <Typography textColor="neutral600">{text('variation-table.sale-window', words)}</Typography>
    );
  }
  return (
    <Flex gap={3} minHeight="3.2rem" wrap="wrap">
      <Typography variant="omega" fontWeight="semiBold" textColor="neutral800">
        {[rowName, column.title].filter(Boolean).join(' · ')}
      </Typography>
      <Flex id={id} gap={2} wrap="wrap">
        {said}
      </Flex>
    </Flex>
  );
}
