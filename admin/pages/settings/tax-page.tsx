import { Card } from '../../components/card';
import { useText } from '../../text/use-text';
import { Columns } from './columns';
import { SettingsPage } from './settings-page';
import { SwitchSetting } from './simple-settings';
import { TaxRates } from './tax-rates';
import { TaxTrial } from './tax-trial';

/** Settings → Shop → Taxes. */
export function TaxPage() {
  const text = useText();
  return (
    <SettingsPage title={text('settings.tax.title')} subtitle={text('settings.tax.subtitle')}>
      <Card title={text('settings.tax.prices')}>
        <Columns>
          <SwitchSetting
            name="tax.included"
            label={text('settings.tax.included')}
            hint={text('settings.tax.included-hint')}
          />
          <SwitchSetting
            name="tax.taxShipping"
            label={text('settings.tax.shipping')}
            hint={text('settings.tax.shipping-hint')}
          />
        </Columns>
      </Card>
      <TaxRates />
      <TaxTrial />
    </SettingsPage>
  );
}
