import { Flex, Typography } from '@strapi/design-system';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { Card } from '../../../components/card';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { MarkAsPaid } from './mark-as-paid';
import { Payment } from './payment';
import { RequestPayment } from './request-payment';

/** What was paid, what is still due, and how it can come. */
export function OrderPayments({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const { amount, time } = useFormats();
  const { payments, status, amountDue, overpaid, currency, holdExpiresAt } = order;
  const notes = [
    ...(status !== 'cancelled' && Number(amountDue) > 0
      ? [text('payments.due', { amount: amount(amountDue, currency) })]
      : []),
    ...(Number(overpaid) > 0
      ? [text('payments.overpaid', { amount: amount(overpaid, currency) })]
      : []),
    ...(holdExpiresAt ? [text('payments.hold', { time: time(holdExpiresAt) })] : []),
  ];
  return (
    <Card
      title={text('payments.title')}
      action={
        <Flex gap={2} wrap="wrap">
          <RequestPayment order={order} />
          <MarkAsPaid order={order} />
        </Flex>
      }
    >
      {payments.length === 0 && Number(amountDue) === 0 && (
        <Typography textColor="neutral600">{text('payments.none')}</Typography>
      )}
      {payments.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
          {payments.map((payment) => (
            <Payment key={payment.id} order={order} payment={payment} />
          ))}
        </Flex>
      )}
      {notes.map((note) => (
        <Typography key={note} variant="pi" textColor="neutral600">
          {note}
        </Typography>
      ))}
    </Card>
  );
}
