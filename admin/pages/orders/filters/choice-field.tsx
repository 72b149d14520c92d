import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import { useText } from '../../../text/use-text';

interface ChoiceFieldProps {
  name: string;
  label: string;
  value: string | undefined;
  /** Without "any", which is always there. */
  choices: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}

/** In a select, '' would show the placeholder instead of what was chosen. */
const ANY = 'any';

/** One of several, or any of them. */
export function ChoiceField({ name, label, value, choices, onChange }: ChoiceFieldProps) {
  const text = useText();
  return (
    <Field.Root name={name} width="100%">
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value ?? ANY}
        onChange={(chosen) => {
          onChange(chosen === ANY ? undefined : String(chosen));
        }}
      >
        <SingleSelectOption value={ANY}>{text('orders.filters.any')}</SingleSelectOption>
        {choices.map((choice) => (
          <SingleSelectOption key={choice.value} value={choice.value}>
            {choice.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
