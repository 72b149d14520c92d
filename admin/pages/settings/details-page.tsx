import { useText } from '../../text/use-text';
import { Card } from '../../components/card';
import { Columns } from './columns';
import { CurrencySetting } from './currency-setting';
import { LogoSetting } from './logo-setting';
import { OptionTypes } from './option-types';
import { RowText } from './row-field';
import { RowsSetting } from './rows-setting';
import { SettingsPage } from './settings-page';
import { LinesSetting, TextSetting } from './simple-settings';

interface TaxId {
  label: string;
  value: string;
}

/** Settings → Shop → Shop details. */
export function DetailsPage() {
  const text = useText();
  return (
    <SettingsPage
      title={text('settings.details.title')}
      subtitle={text('settings.details.subtitle')}
    >
      <Card title={text('settings.details.seller')}>
        <Columns>
          <TextSetting name="shop.name" label={text('settings.details.name')} />
          <TextSetting type="email" name="shop.email" label={text('settings.details.email')} />
          <TextSetting type="tel" name="shop.phone" label={text('settings.details.phone')} />
          <TextSetting name="shop.website" label={text('settings.details.website')} />
          <LinesSetting
            name="shop.address"
            label={text('settings.details.address')}
            hint={text('settings.lines-hint')}
          />
          <LinesSetting
            name="shop.bank"
            label={text('settings.details.bank')}
            hint={text('settings.lines-hint')}
          />
        </Columns>
      </Card>
      <Card title={text('settings.details.tax-ids')}>
        <RowsSetting<TaxId>
          name="shop.taxIds"
          label={text('settings.details.tax-ids')}
          nameOf={({ label }) => label || text('settings.details.tax-id')}
          addLabel={text('settings.details.add-tax-id')}
          empty={text('settings.details.no-tax-ids')}
          newRow={() => ({ label: '', value: '' })}
        >
          {({ row, index, change }) => (
            <>
              <RowText
                required
                path={`shop.taxIds.${index}.label`}
                label={text('settings.details.tax-id-label')}
                value={row.label}
                onChange={(label) => {
                  change({ label });
                }}
              />
              <RowText
                required
                path={`shop.taxIds.${index}.value`}
                label={text('settings.details.tax-id-value')}
                value={row.value}
                onChange={(value) => {
                  change({ value });
                }}
              />
            </>
          )}
        </RowsSetting>
      </Card>
      <Card title={text('settings.details.documents')}>
        <LogoSetting />
        <TextSetting
          name="shop.footer"
          label={text('settings.details.footer')}
          hint={text('settings.details.footer-hint')}
        />
      </Card>
      <CurrencySetting />
      <OptionTypes />
    </SettingsPage>
  );
}
