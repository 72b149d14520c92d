import { definePaymentProvider, type StepAnswer } from '../payment';

/** Staff move the money themselves, so what they write down is done. */
const done = (): StepAnswer => ({ status: 'done' });

/** Bank transfer, cash on delivery, invoice: the order waits until staff confirm that the money came. */
export const manualPayment = definePaymentProvider({
  name: 'manual',
  label: 'Bank transfer',
  offline: true,
  authorize: () => ({ status: 'pending' }),
  capture: done,
  void: done,
  refund: done,
});
