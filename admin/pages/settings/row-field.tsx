import {
  Field,
  MultiSelect,
  MultiSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import type { ReactNode } from 'react';

import { useText } from '../../text/use-text';
import { CountryField } from './country-field';
import { useSettingsForm } from './settings-form';
import { useCountries } from './use-countries';

interface RowFieldProps {
  /** Where the server says what is wrong with it: `tax.rates.0.rate`. */
  path: string;
  label: string;
  hint?: string;
  required?: boolean;
}

function RowFrame({
  path,
  label,
  hint,
  required = false,
  children,
}: RowFieldProps & { children: ReactNode }) {
  const { errorAt } = useSettingsForm();
  return (
    <Field.Root name={path} hint={hint} error={errorAt(path)} required={required} width="100%">
      <Field.Label>{label}</Field.Label>
      {children}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

interface RowTextProps extends RowFieldProps {
  value: string;
  unit?: string;
  isDecimal?: boolean;
  disabled?: boolean;
  onChange: (value: string) => void;
}

export function RowText({
  value,
  unit,
  isDecimal = false,
  disabled = false,
  onChange,
  ...frame
}: RowTextProps) {
  const { canEdit } = useSettingsForm();
  return (
    <RowFrame {...frame}>
      <TextInput
        autoComplete="off"
        inputMode={isDecimal ? 'decimal' : 'text'}
        disabled={!canEdit || disabled}
        value={value}
        endAction={unit && <Typography textColor="neutral600">{unit}</Typography>}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
    </RowFrame>
  );
}

interface RowCountryProps extends RowFieldProps {
  value: string;
  disabled?: boolean;
  /** Whether "any country" can be chosen. */
  any?: boolean;
  onChange: (code: string) => void;
}

export function RowCountry({ path, disabled = false, ...field }: RowCountryProps) {
  const { canEdit, errorAt } = useSettingsForm();
  return (
    <CountryField {...field} name={path} error={errorAt(path)} disabled={!canEdit || disabled} />
  );
}

interface RowCountriesProps extends RowFieldProps {
  value: string[];
  disabled?: boolean;
  onChange: (codes: string[]) => void;
}

export function RowCountries({ value, disabled = false, onChange, ...frame }: RowCountriesProps) {
  const text = useText();
  const { canEdit } = useSettingsForm();
  const countries = useCountries();
  return (
    <RowFrame {...frame}>
      <MultiSelect
        withTags
        value={value}
        disabled={!canEdit || disabled}
        placeholder={text('settings.country.everywhere')}
        onClear={() => {
          onChange([]);
        }}
        onChange={(codes) => {
          onChange(codes);
        }}
      >
        {countries.map(({ code, label }) => (
          <MultiSelectOption key={code} value={code}>
            {label}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </RowFrame>
  );
}
