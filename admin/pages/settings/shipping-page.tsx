import { useText } from '../../text/use-text';
import { SettingsPage } from './settings-page';
import { ShippingOptions } from './shipping-options';
import { ShippingTrial } from './shipping-trial';

/** Settings → Shop → Shipping. */
export function ShippingPage() {
  const text = useText();
  return (
    <SettingsPage
      title={text('settings.shipping.title')}
      subtitle={text('settings.shipping.subtitle')}
    >
      <ShippingOptions />
      <ShippingTrial />
    </SettingsPage>
  );
}
