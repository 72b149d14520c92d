import { Box, Typography } from '@strapi/design-system';
import { CrossCircle } from '@strapi/icons';
import { useState } from 'react';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { useCancelOrderMutation } from '../../api/order-steps';
import { DialogButton, type DialogStep } from '../../components/dialog-button';
import { DialogForm } from '../../components/dialog-form';
import { TextField } from '../../components/text-field';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { useMayUpdate } from './use-may-update';

/** Ends an order of which nothing has left, after it was said what that brings about. */
export function CancelOrder({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const mayUpdate = useMayUpdate();
  if (!order.can.cancel || !mayUpdate) return null;
  return (
    <DialogButton variant="danger-light" label={text('cancel.button')} startIcon={<CrossCircle />}>
      {(step) => <CancelForm order={order} step={step} />}
    </DialogButton>
  );
}

function CancelForm({ order, step }: { order: AdminOrderDto; step: DialogStep }) {
  const text = useText();
  const [cancel] = useCancelOrderMutation();
  const [reason, setReason] = useState('');
  const { documentId, number } = order;
  const submit = () => {
    const wish = { documentId, reason: reason.trim() || null };
    step.take(() => cancel(wish), text('cancel.done', { number }));
  };
  return (
    <DialogForm
      step={step}
      title={text('cancel.title', { number })}
      submitLabel={text('cancel.button')}
      isDangerous
      submit={submit}
    >
      <Consequences order={order} />
      <TextField
        name="reason"
        label={text('cancel.reason')}
        hint={text('cancel.reason-hint')}
        value={reason}
        onChange={setReason}
      />
    </DialogForm>
  );
}

function Consequences({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const { amount } = useFormats();
  const { currency, discountCode, invoice, payments, refundable } = order;
  const released = payments.some(({ voidable }) => Number(voidable) > 0);
  const consequences = [
    text('cancel.stock'),
    ...(discountCode ? [text('cancel.code', { code: discountCode.code })] : []),
    ...(Number(refundable) > 0
      ? [text('cancel.refund', { amount: amount(refundable, currency) })]
      : []),
    ...(released ? [text('cancel.release')] : []),
    ...(invoice ? [text('cancel.invoice', { number: invoice.number })] : []),
    text('cancel.final'),
  ];
  return (
    <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
      {consequences.map((consequence) => (
        <Typography key={consequence} tag="li" textColor="neutral800">
          {consequence}
        </Typography>
      ))}
    </Box>
  );
}
