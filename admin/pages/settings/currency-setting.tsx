import { useIntl } from 'react-intl';

import { Card } from '../../components/card';
import { useText } from '../../text/use-text';
import { currencyName } from './currency-name';
import { Notice } from '../../components/notice';
import { useSettingsForm } from './settings-form';
import { ChoiceSetting } from './simple-settings';

/** One currency for all prices; fixed once somebody has ordered in it. */
export function CurrencySetting() {
  const text = useText();
  const { locale } = useIntl();
  const { settings, valueOf } = useSettingsForm();
  const { currencies, hasOrders, fields } = settings;
  const isOther = valueOf('currency') !== fields.currency.value;
  return (
    <Card title={text('settings.currency.title')}>
      <ChoiceSetting
        name="currency"
        label={text('settings.currency')}
        hint={text(hasOrders ? 'settings.currency.fixed' : 'settings.currency.hint')}
        isFixed={hasOrders}
        choices={currencies.map((code) => ({
          value: code,
          label: `${code} – ${currencyName(code, locale)}`,
        }))}
      />
      {isOther && <Notice tone="warning">{text('settings.currency.warning')}</Notice>}
    </Card>
  );
}
