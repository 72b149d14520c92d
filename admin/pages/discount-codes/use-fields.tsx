import { DateTimePicker, Field, Grid, Toggle } from '@strapi/design-system';

import { TextField } from '../../components/text-field';
import { useText } from '../../text/use-text';
import type { FormPart } from './form-part';

/** When and how often each code holds. */
export function UseFields({ form, change, missing }: FormPart) {
  const text = useText();
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
        <TextField
          name="maxUses"
          label={text('codes.max-uses')}
          hint={text('codes.max-uses-hint')}
          error={missing.includes('maxUses') ? text('codes.uses-wrong') : undefined}
          value={form.maxUses}
          onChange={(maxUses) => {
            change({ maxUses });
          }}
        />
      </Grid.Item>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
        <TextField
          name="maxUsesPerCustomer"
          label={text('codes.max-uses-per-customer')}
          hint={text('codes.max-uses-hint')}
          error={missing.includes('maxUsesPerCustomer') ? text('codes.uses-wrong') : undefined}
          value={form.maxUsesPerCustomer}
          onChange={(maxUsesPerCustomer) => {
            change({ maxUsesPerCustomer });
          }}
        />
      </Grid.Item>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
        <Instant
          name="validFrom"
          label={text('codes.valid-from')}
          value={form.validFrom}
          onChange={(validFrom) => {
            change({ validFrom });
          }}
        />
      </Grid.Item>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
        <Instant
          name="validTo"
          label={text('codes.valid-to')}
          error={missing.includes('validTo') ? text('codes.window-wrong') : undefined}
          value={form.validTo}
          onChange={(validTo) => {
            change({ validTo });
          }}
        />
      </Grid.Item>
      <Grid.Item col={12} direction="column" alignItems="stretch">
        <Field.Root name="active" hint={text('codes.active-hint')} maxWidth="32rem">
          <Field.Label>{text('codes.active')}</Field.Label>
          <Toggle
            onLabel={text('codes.on')}
            offLabel={text('codes.off')}
            checked={form.active}
            onChange={({ target }) => {
              change({ active: target.checked });
            }}
          />
          <Field.Hint />
        </Field.Root>
      </Grid.Item>
    </Grid.Root>
  );
}

interface InstantProps {
  name: string;
  label: string;
  error?: string | undefined;
  value: string | null;
  onChange: (value: string | null) => void;
}

function Instant({ name, label, error, value, onChange }: InstantProps) {
  const text = useText();
  return (
    <Field.Root name={name} error={error} width="100%">
      <Field.Label>{label}</Field.Label>
      <DateTimePicker
        dateLabel={text('codes.date-of', { field: label })}
        timeLabel={text('codes.time-of', { field: label })}
        clearLabel={text('codes.clear', { field: label })}
        value={value ? new Date(value) : null}
        onChange={(date) => {
          onChange(date?.toISOString() ?? null);
        }}
        onClear={() => {
          onChange(null);
        }}
      />
      <Field.Error />
    </Field.Root>
  );
}
