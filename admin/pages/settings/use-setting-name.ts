import { useCallback } from 'react';

import type { EditableKey } from '../../../server/contracts/settings';
import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';

/** What a setting is called, away from its field. */
const NAMES: Record<EditableKey, TextKey> = {
  'currency': 'settings.currency',
  'optionTypes': 'settings.option-types.title',
  'minOrderAmount': 'settings.minimum',
  'shop.name': 'settings.details.name',
  'shop.address': 'settings.details.address',
  'shop.taxIds': 'settings.details.tax-ids',
  'shop.email': 'settings.details.email',
  'shop.phone': 'settings.details.phone',
  'shop.website': 'settings.details.website',
  'shop.logo': 'settings.logo',
  'shop.footer': 'settings.details.footer',
  'shop.bank': 'settings.details.bank',
  'tax.included': 'settings.tax.included',
  'tax.taxShipping': 'settings.tax.shipping',
  'tax.rates': 'settings.tax.rates',
  'shipping.options': 'settings.shipping.options',
  'stock.lowStockThreshold': 'settings.stock.low',
  'stock.holdMinutes': 'settings.stock.hold',
  'stock.offlineHoldDays': 'settings.stock.offline',
  'checkout.accountRequired': 'settings.account-required',
  'checkout.splitSteps': 'settings.split-steps',
  'checkout.paymentStep': 'settings.payment-step',
  'checkout.confirmationStep': 'settings.confirmation-step',
  'checkout.requiredFields': 'settings.required-fields',
  'checkout.termsRequired': 'settings.terms-required',
  'checkout.discountField': 'settings.discount-field',
  'order.numberFormat': 'settings.numbers.order',
  'order.invoiceFormat': 'settings.numbers.invoice',
  'order.creditNoteFormat': 'settings.numbers.credit-note',
  'order.emailFrom': 'settings.mails.from',
  'order.emailBcc': 'settings.mails.bcc',
  'mails.orderUrl': 'settings.mails.order-url',
  'mails.cartUrl': 'settings.mails.cart-url',
  'mails.receipt': 'settings.mail.receipt',
  'mails.paymentReceived': 'settings.mail.payment-received',
  'mails.shipped': 'settings.mail.shipped',
  'mails.refunded': 'settings.mail.refunded',
  'mails.cancelled': 'settings.mail.cancelled',
  'mails.paymentLink': 'settings.mail.payment-link',
  'mails.abandonedCart': 'settings.mail.abandoned-cart',
  'mails.texts': 'settings.mails.texts',
};

export function useSettingName() {
  const text = useText();
  return useCallback((key: EditableKey) => text(NAMES[key]), [text]);
}
