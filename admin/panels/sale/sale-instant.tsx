import { DateTimePicker, Field } from '@strapi/design-system';

import type { TimeText } from '../../../server/contracts/money';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';

interface SaleInstantProps {
  /** null: when the sale begins. */
  chosen: TimeText | null;
  shown: TimeText;
  choose: (at: TimeText | null) => void;
}

/** For which moment the prices are told. */
export function SaleInstant({ chosen, shown, choose }: SaleInstantProps) {
  const text = useText();
  const { time } = useFormats();
  return (
    <Field.Root
      name="preview-at"
      hint={chosen ? undefined : text('sale.at-start', { time: time(shown) })}
    >
      <Field.Label>{text('sale.at')}</Field.Label>
      <DateTimePicker
        size="S"
        dateLabel={text('sale.at-date')}
        timeLabel={text('sale.at-time')}
        clearLabel={text('sale.at-clear')}
        value={chosen ? new Date(chosen) : null}
        onChange={(date) => {
          choose(date?.toISOString() ?? null);
        }}
        onClear={() => {
          choose(null);
        }}
      />
      <Field.Hint />
    </Field.Root>
  );
}
