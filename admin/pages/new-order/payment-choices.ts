import type { StaffOrderPreviewDto } from '../../../server/contracts/staff';
import type { PaymentPlan } from './new-order-form';

/** One way for the money to come. */
export interface PaymentChoice {
  id: string;
  plan: PaymentPlan;
  method: string;
  label: string;
}

/**
 * What can be chosen: where the money comes outside the shop, to wait for it or to say that it is there; else a link by
 * which the customer pays.
 */
export function paymentChoices(methods: StaffOrderPreviewDto['paymentMethods']): PaymentChoice[] {
  return methods.flatMap(({ code, label, offline }) => {
    const plans: PaymentPlan[] = offline ? ['later', 'paid'] : ['link'];
    return plans.map((plan) => ({ id: `${plan}:${code}`, plan, method: code, label }));
  });
}
