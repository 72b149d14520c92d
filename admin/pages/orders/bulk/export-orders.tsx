import { Field, Radio, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useId, useState } from 'react';

import { type FileRows, useExportOrdersMutation } from '../../../api/bulk-orders';
import { fetchPrinted } from '../../../api/documents';
import type { OrdersQuery } from '../../../api/orders';
import { DialogButton, type DialogStep } from '../../../components/dialog-button';
import { DialogForm } from '../../../components/dialog-form';
import { saveFile } from '../../../components/save-file';
import { useText } from '../../../text/use-text';
import type { Chosen } from './use-selection';

interface ExportOrdersProps {
  size?: 'S' | 'M';
  /** null: all that fit the question. */
  chosen: Chosen | null;
  question: Omit<OrdersQuery, 'page' | 'pageSize'>;
}

/** Orders as a file for a spreadsheet. */
export function ExportOrders({ size = 'M', ...what }: ExportOrdersProps) {
  const text = useText();
  return (
    <DialogButton size={size} startIcon={<Download />} label={text('orders.export')}>
      {(step) => <ExportForm step={step} {...what} />}
    </DialogButton>
  );
}

function ExportForm({
  step,
  chosen,
  question,
}: { step: DialogStep } & Omit<ExportOrdersProps, 'size'>) {
  const text = useText();
  const id = useId();
  const [exportChosen] = useExportOrdersMutation();
  const [rows, setRows] = useState<FileRows>('order');

  const fetchFile = async () => {
    if (!chosen) {
      const { sort: _, ...matching } = question;
      const asked = new URLSearchParams({ ...matching, rows }).toString();
      return fetchPrinted(`export.csv?${asked}`);
    }
    const answer = await exportChosen({ orders: [...chosen.keys()], rows });
    if ('error' in answer) return answer;
    return { data: new Blob([answer.data.csv], { type: 'text/csv' }) };
  };
  const download = async () => {
    const answer = await fetchFile();
    const day = new Date().toISOString().slice(0, 10);
    const name = rows === 'order' ? 'orders' : 'order-items';
    if ('data' in answer) saveFile(answer.data, `${name}-${day}.csv`);
    return answer;
  };

  return (
    <DialogForm
      step={step}
      title={text('orders.export.title')}
      submitLabel={text('orders.export.download')}
      submit={() => {
        step.take(download, text('orders.export.done'));
      }}
    >
      <Typography fontWeight="semiBold">
        {chosen
          ? text('orders.export.what-chosen', { count: chosen.size })
          : text('orders.export.what-all')}
      </Typography>
      <Field.Root hint={text('orders.export.hint')}>
        <Field.Label id={id}>{text('orders.export.rows')}</Field.Label>
        <Radio.Group
          aria-labelledby={id}
          value={rows}
          onValueChange={(value) => {
            setRows(value === 'item' ? 'item' : 'order');
          }}
        >
          <Radio.Item value="order">{text('orders.export.per-order')}</Radio.Item>
          <Radio.Item value="item">{text('orders.export.per-item')}</Radio.Item>
        </Radio.Group>
        <Field.Hint />
      </Field.Root>
    </DialogForm>
  );
}
