import { Field, Radio, Typography } from '@strapi/design-system';

import { Card } from '../../components/card';
import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';
import { useRefusalWords } from '../order-form/use-refusal-words';
import type { PaymentPlan } from './new-order-form';
import { paymentChoices } from './payment-choices';
import type { NewOrder } from './use-new-order';

const PLANS: Record<PaymentPlan, TextKey> = {
  later: 'new-order.pay-later',
  paid: 'new-order.pay-paid',
  link: 'new-order.pay-link',
};

/** How the money comes. */
export function PaymentCard({ form, change, preview, refusal }: NewOrder) {
  const text = useText();
  const { ofRefusal } = useRefusalWords();
  const choices = paymentChoices(preview?.paymentMethods ?? []);
  const isFree = preview !== null && Number(preview.cart.totals.total) === 0;
  const chosen = choices.find(
    ({ plan, method }) => plan === form.plan && method === form.paymentMethod
  );
  return (
    <Card title={text('orders.payment')}>
      {isFree || choices.length === 0 ? (
        <Typography textColor="neutral600">
          {text(isFree ? 'new-order.pay-nothing' : 'new-order.pay-unknown')}
        </Typography>
      ) : (
        <Field.Root
          name="payment"
          error={refusal?.code === 'payment_method_unknown' ? ofRefusal(refusal) : undefined}
        >
          <Radio.Group
            aria-label={text('orders.payment')}
            value={chosen?.id ?? ''}
            onValueChange={(id) => {
              const next = choices.find((choice) => choice.id === id);
              if (!next) return;
              const { plan, method: paymentMethod } = next;
              change((current) => ({ ...current, plan, paymentMethod }));
            }}
          >
            {choices.map(({ id, plan, label }) => (
              <Radio.Item key={id} value={id}>
                {text(PLANS[plan], { method: label })}
              </Radio.Item>
            ))}
          </Radio.Group>
          <Field.Error />
        </Field.Root>
      )}
    </Card>
  );
}
