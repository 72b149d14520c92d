import {
  Field,
  Radio,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { useState } from 'react';

import type { StockRowDto } from '../../../server/contracts/stock';
import { useAdjustStockMutation } from '../../api/stock';
import { newStepKey } from '../../api/step-key';
import type { DialogStep } from '../../components/dialog-button';
import { DialogForm } from '../../components/dialog-form';
import { Notice } from '../../components/notice';
import { TextField } from '../../components/text-field';
import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';
import { AdjustPreview } from './adjust-preview';
import { type AdjustMode, adjustmentsOf, modesFor, typedUnits, unitsAfter } from './adjustment';
import { explainRefusal } from './explain-refusal';
import { ADJUSTMENT_REASONS, fullName } from './stock-words';

type Reason = keyof typeof ADJUSTMENT_REASONS;

const MODES: Record<AdjustMode, TextKey> = {
  add: 'stock.mode.add',
  remove: 'stock.mode.remove',
  set: 'stock.mode.set',
  uncount: 'stock.mode.uncount',
};

/** What usually lies behind each of them. */
const USUAL: Record<AdjustMode, Reason> = {
  add: 'received',
  remove: 'damaged',
  set: 'counted',
  uncount: 'other',
};

export function AdjustForm({ rows, step }: { rows: StockRowDto[]; step: DialogStep }) {
  const text = useText();
  const [adjust] = useAdjustStockMutation();
  // Whoever does not know whether it arrived asks again under the same key.
  const [key] = useState(newStepKey);
  const modes = modesFor(rows);
  const [mode, setMode] = useState<AdjustMode>(modes[0] ?? 'set');
  const [typed, setTyped] = useState('');
  const [chosenReason, setReason] = useState<Reason | null>(null);
  const [note, setNote] = useState('');
  const reason = chosenReason ?? USUAL[mode];
  const units = typedUnits(typed, mode);
  const adjustments = adjustmentsOf(rows, mode, units);
  const short = rows.filter(({ stock }) => (unitsAfter(stock, mode, units) ?? 0) < 0);
  const [only] = rows;
  const title =
    rows.length === 1 && only
      ? text('stock.adjust-of', { name: fullName(only) })
      : text('stock.adjust-many', { count: rows.length });

  const submit = () => {
    step.take(
      async () =>
        explainRefusal(await adjust({ key, adjustments, reason, note: note || null }), text),
      text('stock.adjusted', { count: adjustments.length })
    );
  };

  return (
    <DialogForm
      step={step}
      title={title}
      submitLabel={text('stock.save')}
      isComplete={adjustments.length > 0 && short.length === 0}
      submit={submit}
    >
      <Field.Root name="mode" width="100%">
        <Field.Label id="adjust-mode">{text('stock.mode')}</Field.Label>
        <Radio.Group
          aria-labelledby="adjust-mode"
          value={mode}
          onValueChange={(chosen: string) => {
            setMode(chosen as AdjustMode);
          }}
        >
          {modes.map((one) => (
            <Radio.Item key={one} value={one}>
              {text(MODES[one])}
            </Radio.Item>
          ))}
        </Radio.Group>
      </Field.Root>
      {mode !== 'uncount' && (
        <Field.Root
          name="units"
          maxWidth="16rem"
          required
          error={typed !== '' && units === null ? text('stock.units-wrong') : undefined}
        >
          <Field.Label>{text('stock.units')}</Field.Label>
          <TextInput
            inputMode="numeric"
            autoComplete="off"
            autoFocus
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value);
            }}
          />
          <Field.Error />
        </Field.Root>
      )}
      <AdjustPreview rows={rows} mode={mode} units={units} />
      {short.length > 0 && (
        <Notice tone="danger">
          {text('stock.below-zero', { names: short.map(fullName).join('; ') })}
        </Notice>
      )}
      <Field.Root name="reason" width="100%">
        <Field.Label>{text('stock.reason')}</Field.Label>
        <SingleSelect
          value={reason}
          onChange={(chosen) => {
            setReason(String(chosen) as Reason);
          }}
        >
          {Object.entries(ADJUSTMENT_REASONS).map(([name, words]) => (
            <SingleSelectOption key={name} value={name}>
              {text(words)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <TextField name="note" label={text('stock.note')} value={note} onChange={setNote} />
      <Typography variant="pi" textColor="neutral600">
        {text('stock.live-at-once')}
      </Typography>
    </DialogForm>
  );
}
