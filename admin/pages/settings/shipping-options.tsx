import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { Card } from '../../components/card';
import { typedAmount } from '../../text/typed-amount';
import { useText } from '../../text/use-text';
import { RowCountries, RowText } from './row-field';
import { type RowProps, RowsSetting } from './rows-setting';
import { useSettingsForm } from './settings-form';

interface ShippingOption {
  code: string;
  label: string;
  amount: string;
  freeFrom?: string | undefined;
  countries?: string[] | undefined;
  /** A number once it is one. */
  maxWeight?: number | string | undefined;
}

/** The ways in which the shop ships, and what they cost. */
export function ShippingOptions() {
  const text = useText();
  const { shipping } = useSettingsForm().settings.providers;
  const lock =
    shipping === null ? null : text('settings.shipping.own-provider', { name: shipping });
  return (
    <Card title={text('settings.shipping.options')}>
      <Typography tag="p" textColor="neutral600">
        {text('settings.shipping.options-hint')}
      </Typography>
      <RowsSetting<ShippingOption>
        name="shipping.options"
        label={text('settings.shipping.options')}
        nameOf={({ label, code }) => label || code || text('settings.shipping.new')}
        addLabel={text('settings.shipping.add')}
        empty={text('settings.shipping.none')}
        newRow={() => ({ code: '', label: '', amount: '' })}
        lock={lock}
      >
        {(props) => <OptionFields {...props} isLocked={lock !== null} />}
      </RowsSetting>
    </Card>
  );
}

function OptionFields({
  row,
  index,
  change,
  isLocked,
}: RowProps<ShippingOption> & { isLocked: boolean }) {
  const text = useText();
  const { locale } = useIntl();
  const typed = (amount: string) => typedAmount(amount, locale);
  const currency = String(useSettingsForm().valueOf('currency'));
  const path = (field: string) => `shipping.options.${index}.${field}`;
  return (
    <>
      <RowText
        required
        path={path('label')}
        label={text('settings.shipping.label')}
        value={row.label}
        disabled={isLocked}
        onChange={(label) => {
          change({ label });
        }}
      />
      <RowText
        required
        path={path('code')}
        label={text('settings.shipping.code')}
        hint={text('settings.shipping.code-hint')}
        value={row.code}
        disabled={isLocked}
        onChange={(code) => {
          change({ code });
        }}
      />
      <RowText
        isDecimal
        required
        path={path('amount')}
        label={text('settings.shipping.amount')}
        unit={currency}
        value={row.amount}
        disabled={isLocked}
        onChange={(amount) => {
          change({ amount: typed(amount) });
        }}
      />
      <RowText
        isDecimal
        path={path('freeFrom')}
        label={text('settings.shipping.free-from')}
        hint={text('settings.shipping.free-from-hint')}
        unit={currency}
        value={row.freeFrom ?? ''}
        disabled={isLocked}
        onChange={(freeFrom) => {
          change({ freeFrom: typed(freeFrom) || undefined });
        }}
      />
      <RowText
        isDecimal
        path={path('maxWeight')}
        label={text('settings.shipping.max-weight')}
        unit="g"
        value={String(row.maxWeight ?? '')}
        disabled={isLocked}
        onChange={(grams) => {
          const weight = typed(grams);
          change({ maxWeight: readWeight(weight) });
        }}
      />
      <RowCountries
        path={path('countries')}
        label={text('settings.shipping.countries')}
        value={row.countries ?? []}
        disabled={isLocked}
        onChange={(countries) => {
          change({ countries: countries.length === 0 ? undefined : countries });
        }}
      />
    </>
  );
}

/** What is no number is sent as it is typed, and refused at its field. */
function readWeight(text: string): number | string | undefined {
  if (text === '') return undefined;
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
