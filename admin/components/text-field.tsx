import { Field, TextInput } from '@strapi/design-system';
import type { ComponentProps } from 'react';

interface TextFieldProps extends Partial<
  Pick<ComponentProps<typeof TextInput>, 'type' | 'placeholder'>
> {
  name: string;
  label: string;
  hint?: string;
  /** What is wrong with it. */
  error?: string | undefined;
  required?: boolean;
  value: string;
  onChange: (value: string) => void;
}

/** One line of text with its label. */
export function TextField(props: TextFieldProps) {
  const { name, label, hint, error, required = false, onChange, ...input } = props;
  return (
    <Field.Root name={name} hint={hint} error={error} required={required} width="100%">
      <Field.Label>{label}</Field.Label>
      <TextInput
        {...input}
        autoComplete="off"
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
