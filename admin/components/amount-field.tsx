import { Field, TextInput, Typography } from '@strapi/design-system';

interface AmountFieldProps {
  name: string;
  label: string;
  hint?: string;
  value: string;
  currency: string;
  onChange: (value: string) => void;
}

/** An amount as somebody types it; the server judges it. */
export function AmountField({ name, label, hint, value, currency, onChange }: AmountFieldProps) {
  return (
    <Field.Root name={name} hint={hint} width="100%" maxWidth="24rem" required>
      <Field.Label>{label}</Field.Label>
      <TextInput
        inputMode="decimal"
        autoComplete="off"
        value={value}
        endAction={<Typography textColor="neutral600">{currency}</Typography>}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
      <Field.Hint />
    </Field.Root>
  );
}
