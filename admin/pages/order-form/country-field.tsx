import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useEffect, useMemo, useState } from 'react';

import { useFindAddressFormQuery } from '../../api/customers';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';

interface CountryFieldProps {
  name: string;
  label: string;
  required: boolean;
  error: string | undefined;
  value: string;
  onChange: (code: string) => void;
}

/** Whoever types "king" finds the United Kingdom; nothing is typed for them. */
const BY_PART = { type: 'list', filter: 'contains' } as const;

/** A country by its name in the editor's language. */
export function CountryField({ name, label, required, error, value, onChange }: CountryFieldProps) {
  const text = useText();
  const { country } = useFormats();
  const { data: form } = useFindAddressFormQuery(undefined);
  const countries = useMemo(
    () =>
      (form?.countries ?? [])
        .map(({ code }) => ({ code, label: country(code) }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [form, country]
  );
  // The field shows no name for a value that it is given later, unless it is told.
  const chosen = countries.find(({ code }) => code === value)?.label ?? '';
  const [shown, setShown] = useState(chosen);
  useEffect(() => {
    setShown(chosen);
  }, [chosen]);
  return (
    <Field.Root name={name} required={required} error={error} width="100%">
      <Field.Label>{label}</Field.Label>
      <Combobox
        value={value}
        textValue={shown}
        onTextValueChange={setShown}
        autocomplete={BY_PART}
        placeholder={text('address.choose-country')}
        clearLabel={text('address.clear-country')}
        noOptionsMessage={() => text('address.no-country')}
        onChange={(code?: string) => {
          onChange(code ?? '');
        }}
        onClear={() => {
          onChange('');
        }}
      >
        {countries.map((one) => (
          <ComboboxOption key={one.code} value={one.code}>
            {one.label}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Error />
    </Field.Root>
  );
}
