import { useMemo } from 'react';
import { useIntl } from 'react-intl';

import { useFormats } from '../../text/use-formats';
import { useSettingsForm } from './settings-form';

/** All countries by their names in the editor's language. */
export function useCountries() {
  const { locale } = useIntl();
  const { country } = useFormats();
  const { countries } = useSettingsForm().settings;
  return useMemo(
    () =>
      countries
        .map((code) => ({ code, label: country(code) }))
        .sort((a, b) => a.label.localeCompare(b.label, locale)),
    [countries, country, locale]
  );
}
