import { Card } from '../../components/card';
import { useText } from '../../text/use-text';
import { Columns } from './columns';
import { NumberFormat } from './number-format';
import { RequiredFields } from './required-fields';
import { SettingsPage } from './settings-page';
import { AmountOfShop, NumberSetting, SwitchSetting } from './simple-settings';

/** Settings → Shop → Checkout and orders. */
export function OrdersPage() {
  const text = useText();
  return (
    <SettingsPage title={text('settings.orders.title')} subtitle={text('settings.orders.subtitle')}>
      <Card title={text('settings.checkout')}>
        <Columns>
          <AmountOfShop
            name="minOrderAmount"
            label={text('settings.minimum')}
            hint={text('settings.minimum-hint')}
          />
          <SwitchSetting
            name="checkout.discountField"
            label={text('settings.discount-field')}
            hint={text('settings.discount-field-hint')}
          />
          <SwitchSetting
            name="checkout.accountRequired"
            label={text('settings.account-required')}
            hint={text('settings.account-required-hint')}
          />
          <SwitchSetting
            name="checkout.termsRequired"
            label={text('settings.terms-required')}
            hint={text('settings.terms-required-hint')}
          />
          <SwitchSetting
            name="checkout.splitSteps"
            label={text('settings.split-steps')}
            hint={text('settings.split-steps-hint')}
          />
          <SwitchSetting
            name="checkout.paymentStep"
            label={text('settings.payment-step')}
            hint={text('settings.payment-step-hint')}
          />
          <SwitchSetting
            name="checkout.confirmationStep"
            label={text('settings.confirmation-step')}
            hint={text('settings.confirmation-step-hint')}
          />
        </Columns>
        <RequiredFields />
      </Card>
      <Card title={text('settings.numbers')}>
        <Columns>
          <NumberFormat
            name="order.numberFormat"
            of="order"
            label={text('settings.numbers.order')}
          />
          <NumberFormat
            name="order.invoiceFormat"
            of="invoice"
            label={text('settings.numbers.invoice')}
          />
          <NumberFormat
            name="order.creditNoteFormat"
            of="credit_note"
            label={text('settings.numbers.credit-note')}
          />
        </Columns>
      </Card>
      <Card title={text('settings.stock')}>
        <Columns>
          <NumberSetting
            nullable
            name="stock.lowStockThreshold"
            label={text('settings.stock.low')}
            hint={text('settings.stock.low-hint')}
            unit={text('settings.unit.units')}
          />
          <NumberSetting
            name="stock.holdMinutes"
            label={text('settings.stock.hold')}
            hint={text('settings.stock.hold-hint')}
            unit={text('settings.unit.minutes')}
          />
          <NumberSetting
            name="stock.offlineHoldDays"
            label={text('settings.stock.offline')}
            hint={text('settings.stock.offline-hint')}
            unit={text('settings.unit.days')}
          />
        </Columns>
      </Card>
    </SettingsPage>
  );
}
