import { Field, TextInput } from '@strapi/design-system';
import type { ComponentProps } from 'react';

interface TextFieldProps extends Partial<
  Pick<ComponentProps<typeof TextInput>, 'type' | 'placeholder'>
> {
  name: string;
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
}

/** One line of text with its label. */
export function TextField({ name, label, hint, onChange, ...input }: TextFieldProps) {
  return (
    <Field.Root name={name} hint={hint} width="100%">
      <Field.Label>{label}</Field.Label>
      <TextInput
        {...input}
        autoComplete="off"
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
      <Field.Hint />
    </Field.Root>
  );
}
