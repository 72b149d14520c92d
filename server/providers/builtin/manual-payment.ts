import { definePaymentProvider } from '../payment';

/** Bank transfer, cash on delivery, invoice: the order waits until staff confirm that the money came. */
export const manualPayment = definePaymentProvider({
  name: 'manual',
  label: 'Bank transfer',
  offline: true,
  authorize: () => ({ status: 'pending' }),
});
