import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { Card } from '../../components/card';
import { typedAmount } from '../../text/typed-amount';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { RowCountry, RowText } from './row-field';
import { type RowProps, RowsSetting } from './rows-setting';
import { useSettingsForm } from './settings-form';

interface TaxRate {
  country: string;
  region?: string | undefined;
  class?: string | undefined;
  rate: string;
  label: string;
}

/** Which tax goods bear, by where they go. */
export function TaxRates() {
  const text = useText();
  const { country } = useFormats();
  const { tax } = useSettingsForm().settings.providers;
  const lock = tax === null ? null : text('settings.tax.own-provider', { name: tax });
  return (
    <Card title={text('settings.tax.rates')}>
      <Typography tag="p" textColor="neutral600">
        {text('settings.tax.rates-hint')}
      </Typography>
      <RowsSetting<TaxRate>
        name="tax.rates"
        label={text('settings.tax.rates')}
        nameOf={({ label, country: code }) =>
          [label, code === '*' ? text('settings.country.any') : country(code)].join(', ')
        }
        addLabel={text('settings.tax.add')}
        empty={text('settings.tax.none')}
        newRow={() => ({ country: '*', rate: '', label: '' })}
        lock={lock}
      >
        {(props) => <RateFields {...props} isLocked={lock !== null} />}
      </RowsSetting>
    </Card>
  );
}

function RateFields({ row, index, change, isLocked }: RowProps<TaxRate> & { isLocked: boolean }) {
  const text = useText();
  const { locale } = useIntl();
  const path = (field: string) => `tax.rates.${index}.${field}`;
  return (
    <>
      <RowCountry
        any
        required
        path={path('country')}
        label={text('settings.country')}
        value={row.country}
        disabled={isLocked}
        onChange={(country) => {
          change({ country });
        }}
      />
      <RowText
        isDecimal
        required
        path={path('rate')}
        label={text('settings.tax.rate')}
        unit="%"
        value={row.rate}
        disabled={isLocked}
        onChange={(rate) => {
          change({ rate: typedAmount(rate, locale) });
        }}
      />
      <RowText
        required
        path={path('label')}
        label={text('settings.tax.label')}
        value={row.label}
        disabled={isLocked}
        onChange={(label) => {
          change({ label });
        }}
      />
      <RowText
        path={path('region')}
        label={text('settings.tax.region')}
        value={row.region ?? ''}
        disabled={isLocked}
        onChange={(region) => {
          change({ region: region || undefined });
        }}
      />
      <RowText
        path={path('class')}
        label={text('settings.tax.class')}
        hint={text('settings.tax.class-hint')}
        value={row.class ?? ''}
        disabled={isLocked}
        onChange={(taxClass) => {
          change({ class: taxClass || undefined });
        }}
      />
    </>
  );
}
