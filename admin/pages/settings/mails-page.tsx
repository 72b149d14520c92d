import { Card } from '../../components/card';
import { useText } from '../../text/use-text';
import { AbandonedCart } from './abandoned-cart';
import { Columns } from './columns';
import { MailTexts } from './mail-texts';
import { SettingsPage } from './settings-page';
import { SwitchSetting, TextSetting } from './simple-settings';

/** Settings → Shop → Mails. */
export function MailsPage() {
  const text = useText();
  return (
    <SettingsPage title={text('settings.mails.title')} subtitle={text('settings.mails.subtitle')}>
      <Card title={text('settings.mails.sending')}>
        <Columns>
          <TextSetting
            nullable
            name="order.emailFrom"
            label={text('settings.mails.from')}
            hint={text('settings.mails.from-hint')}
          />
          <TextSetting
            nullable
            name="order.emailBcc"
            label={text('settings.mails.bcc')}
            hint={text('settings.mails.bcc-hint')}
          />
          <TextSetting
            nullable
            name="mails.orderUrl"
            label={text('settings.mails.order-url')}
            hint={text('settings.mails.order-url-hint')}
            placeholder="https://shop.example/orders/{token}"
          />
          <TextSetting
            nullable
            name="mails.cartUrl"
            label={text('settings.mails.cart-url')}
            hint={text('settings.mails.cart-url-hint')}
            placeholder="https://shop.example/cart/{token}"
          />
        </Columns>
      </Card>
      <Card title={text('settings.mails.which')}>
        <Columns>
          <SwitchSetting name="mails.receipt" label={text('settings.mail.receipt')} />
          <SwitchSetting
            name="mails.paymentReceived"
            label={text('settings.mail.payment-received')}
          />
          <SwitchSetting name="mails.shipped" label={text('settings.mail.shipped')} />
          <SwitchSetting name="mails.refunded" label={text('settings.mail.refunded')} />
          <SwitchSetting name="mails.cancelled" label={text('settings.mail.cancelled')} />
          <SwitchSetting name="mails.paymentLink" label={text('settings.mail.payment-link')} />
          <AbandonedCart />
        </Columns>
      </Card>
      <MailTexts />
    </SettingsPage>
  );
}
