import { CheckCircle } from '@strapi/icons';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { useMarkOrderAsPaidMutation } from '../../../api/order-steps';
import { ConfirmButton } from '../../../components/confirm-button';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { useMayUpdate } from '../use-may-update';

/** Staff say that the money of an offline payment has come. Not there when nothing waits, or the role may not. */
export function MarkAsPaid({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const { amount } = useFormats();
  const mayUpdate = useMayUpdate();
  const [markAsPaid] = useMarkOrderAsPaidMutation();
  const { documentId, number, amountDue, currency } = order;

  if (!order.canMarkAsPaid || !mayUpdate) return null;
  return (
    <ConfirmButton
      label={text('mark-as-paid.button')}
      startIcon={<CheckCircle />}
      title={text('mark-as-paid.title', { number })}
      icon={<CheckCircle width="24px" height="24px" fill="success600" />}
      question={text('mark-as-paid.body', { amount: amount(amountDue, currency) })}
      ask={() => markAsPaid({ documentId })}
      done={text('mark-as-paid.done', { number })}
    />
  );
}
