import { PaperPlane } from '@strapi/icons';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { useRequestPaymentMutation } from '../../../api/order-steps';
import { ConfirmButton } from '../../../components/confirm-button';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { useMayUpdate } from '../use-may-update';

/** Sends the shopper a link for what is still due. */
export function RequestPayment({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const { amount } = useFormats();
  const mayUpdate = useMayUpdate();
  const [requestPayment] = useRequestPaymentMutation();
  const { documentId, email, amountDue, currency, can } = order;

  if (!can.requestPayment || !mayUpdate) return null;
  return (
    <ConfirmButton
      variant="tertiary"
      label={text('payment-link.button')}
      startIcon={<PaperPlane />}
      title={text('payment-link.title')}
      icon={<PaperPlane width="24px" height="24px" fill="primary600" />}
      question={text('payment-link.body', { amount: amount(amountDue, currency), email })}
      ask={() => requestPayment({ documentId })}
      done={text('payment-link.done', { email })}
    />
  );
}
