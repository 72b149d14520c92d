import { useMemo } from 'react';
import { useIntl } from 'react-intl';

import type { MoneyText, TimeText } from '../../server/contracts/money';
import { displayAmount } from '../../server/domain/money/format';
import { money } from '../../server/domain/money/money';
import { countryName } from './country-name';
import { languageName } from './language-name';

/** Amounts, times, countries and languages as the editor's language writes them. */
export function useFormats() {
  const intl = useIntl();
  return useMemo(
    () => ({
      amount: (amount: MoneyText, currency: string) =>
        displayAmount(money(amount), currency, intl.locale),
      time: (time: TimeText) => intl.formatDate(time, { dateStyle: 'medium', timeStyle: 'short' }),
      number: (value: number) => intl.formatNumber(value),
      /** A percentage in text: '8.25' → "8.25%" (en), "8,25 %" (de). */
      percent: (rate: string) =>
        intl.formatNumber(Number(rate) / 100, { style: 'percent', maximumFractionDigits: 4 }),
      country: (code: string) => countryName(code, intl.locale),
      language: (code: string) => languageName(code, intl.locale),
    }),
    [intl]
  );
}
