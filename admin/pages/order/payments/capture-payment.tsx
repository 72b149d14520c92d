import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { useCapturePaymentMutation } from '../../../api/order-steps';
import { AmountField } from '../../../components/amount-field';
import { DialogButton, type DialogStep } from '../../../components/dialog-button';
import { DialogForm } from '../../../components/dialog-form';
import { typedAmount } from '../../../text/typed-amount';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';

interface CapturePaymentProps {
  order: AdminOrderDto;
  payment: AdminOrderDto['payments'][number];
}

/** Takes money that is reserved, all of it or a part. */
export function CapturePayment(props: CapturePaymentProps) {
  const text = useText();
  return (
    <DialogButton size="S" label={text('capture.button')}>
      {(step) => <CaptureForm {...props} step={step} />}
    </DialogButton>
  );
}

function CaptureForm({ order, payment, step }: CapturePaymentProps & { step: DialogStep }) {
  const text = useText();
  const { locale } = useIntl();
  const { amount: written } = useFormats();
  const [capture] = useCapturePaymentMutation();
  const [typed, setTyped] = useState<string>(payment.capturable);
  const { documentId, currency } = order;

  const submit = () => {
    const amount = typedAmount(typed, locale);
    step.take(() => capture({ documentId, paymentId: payment.id, amount }), text('capture.done'));
  };
  return (
    <DialogForm
      step={step}
      title={text('capture.title')}
      submitLabel={text('capture.button')}
      isComplete={typed.trim() !== ''}
      submit={submit}
    >
      <AmountField
        name="amount"
        label={text('capture.amount')}
        hint={text('capture.hint', { amount: written(payment.capturable, currency) })}
        value={typed}
        currency={currency}
        onChange={setTyped}
      />
    </DialogForm>
  );
}
