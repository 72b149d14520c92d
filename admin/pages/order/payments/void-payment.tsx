import { CrossCircle } from '@strapi/icons';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { useVoidPaymentMutation } from '../../../api/order-steps';
import { ConfirmButton } from '../../../components/confirm-button';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';

interface VoidPaymentProps {
  order: AdminOrderDto;
  payment: AdminOrderDto['payments'][number];
}

/** Lets go of money that is reserved. */
export function VoidPayment({ order: { documentId, currency }, payment }: VoidPaymentProps) {
  const text = useText();
  const { amount } = useFormats();
  const [voidPayment] = useVoidPaymentMutation();
  return (
    <ConfirmButton
      size="S"
      variant="danger-light"
      tone="danger-light"
      label={text('void.button')}
      title={text('void.title')}
      icon={<CrossCircle width="24px" height="24px" fill="danger600" />}
      question={text('void.body', { amount: amount(payment.voidable, currency) })}
      ask={() => voidPayment({ documentId, paymentId: payment.id })}
      done={text('void.done')}
    />
  );
}
