import { useMemo } from 'react';
import { useIntl } from 'react-intl';

import type { MoneyText, TimeText } from '../../server/contracts/money';
import { displayAmount } from '../../server/domain/money/format';
import { money } from '../../server/domain/money/money';
import { countryName } from './country-name';

/** Amounts, times and countries as the editor's language writes them. */
export function useFormats() {
  const { formatDate, locale } = useIntl();
  return useMemo(
    () => ({
      amount: (amount: MoneyText, currency: string) =>
        displayAmount(money(amount), currency, locale),
      time: (time: TimeText) => formatDate(time, { dateStyle: 'medium', timeStyle: 'short' }),
      country: (code: string) => countryName(code, locale),
    }),
    [formatDate, locale]
  );
}
