import { Combobox, ComboboxOption, Field } from '@strapi/design-system';

import { useEffect, useState } from 'react';

import { useText } from '../../text/use-text';
import { useCountries } from './use-countries';

interface CountryFieldProps {
  name: string;
  label: string;
  value: string;
  required?: boolean;
  disabled?: boolean;
  /** Whether "any country" can be chosen. */
  any?: boolean;
  hint?: string | undefined;
  error?: string | undefined;
  onChange: (code: string) => void;
}

/** A country by its name in the editor's language. */
export function CountryField(props: CountryFieldProps) {
  const { name, label, value, required = false, disabled = false, any = false } = props;
  const text = useText();
  const countries = useCountries();
  const chosen = nameOf(value);
  const [typed, setTyped] = useState(chosen);
  // The host's field takes the name from its options, which it has none of while a long list is closed.
  useEffect(() => {
    setTyped(chosen);
  }, [chosen]);

  function nameOf(code: string): string {
    if (code === '*') return text('settings.country.any');
    return countries.find((one) => one.code === code)?.label ?? '';
  }

  return (
    <Field.Root name={name} hint={props.hint} error={props.error} required={required} width="100%">
      <Field.Label>{label}</Field.Label>
      <Combobox
        value={value}
        autocomplete={{ type: 'list', filter: 'contains' }}
        textValue={typed}
        onTextValueChange={(words) => {
          setTyped(words);
        }}
        disabled={disabled}
        placeholder={text('settings.country.choose')}
        clearLabel={text('settings.country.clear')}
        noOptionsMessage={() => text('settings.country.none')}
        onChange={props.onChange}
        onClear={() => {
          props.onChange('');
        }}
      >
        {any && <ComboboxOption value="*">{text('settings.country.any')}</ComboboxOption>}
        {countries.map(({ code, label: country }) => (
          <ComboboxOption key={code} value={code}>
            {country}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
