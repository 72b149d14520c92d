import { Box, Flex, Typography } from '@strapi/design-system';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { Amount } from '../../../components/amount';
import { StatusBadge } from '../../../status/status-badge';
import { PAYMENT_STATUS } from '../../../status/status-words';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { useMayUpdate } from '../use-may-update';
import { CapturePayment } from './capture-payment';
import { PaymentOperations } from './payment-operations';
import { VoidPayment } from './void-payment';

interface PaymentProps {
  order: AdminOrderDto;
  payment: AdminOrderDto['payments'][number];
}

/** What happened to the money at one provider, and what can be done about it. */
export function Payment({ order, payment }: PaymentProps) {
  const text = useText();
  const mayUpdate = useMayUpdate();
  const facts = useFacts(payment, order.currency);
  const { provider, status } = payment;
  const capturable = mayUpdate && Number(payment.capturable) > 0;
  const voidable = mayUpdate && Number(payment.voidable) > 0;
  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={2}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4}>
        <Box minWidth={0}>
          <Typography tag="p" textColor="neutral800" fontWeight="semiBold">
            {provider === 'manual' ? text('payments.manual') : provider}
          </Typography>
          {facts.map((fact) => (
            <Typography
              key={fact}
              tag="p"
              variant="pi"
              textColor="neutral600"
              style={{ overflowWrap: 'anywhere' }}
            >
              {fact}
            </Typography>
          ))}
        </Box>
        <Flex gap={3} shrink={0}>
          <StatusBadge word={PAYMENT_STATUS[status]} />
          <Typography textColor="neutral800" fontWeight="semiBold">
            <Amount value={payment.amount} currency={order.currency} />
          </Typography>
        </Flex>
      </Flex>
      <PaymentOperations operations={payment.operations} currency={order.currency} />
      {(capturable || voidable) && (
        <Flex gap={2} wrap="wrap">
          {capturable && <CapturePayment order={order} payment={payment} />}
          {voidable && <VoidPayment order={order} payment={payment} />}
        </Flex>
      )}
    </Flex>
  );
}

/** How much of it was reserved, taken and given back, as far as there was any. */
function useFacts(payment: PaymentProps['payment'], currency: string): string[] {
  const text = useText();
  const { amount } = useFormats();
  const { reference, authorized, captured, refunded, reason } = payment;
  const moved = [
    ...(Number(authorized) > 0
      ? [text('payments.authorized', { amount: amount(authorized, currency) })]
      : []),
    ...(Number(captured) > 0
      ? [text('payments.captured', { amount: amount(captured, currency) })]
      : []),
    ...(Number(refunded) > 0
      ? [text('payments.refunded', { amount: amount(refunded, currency) })]
      : []),
  ];
  return [
    ...(reference ? [text('payments.reference', { reference })] : []),
    ...(moved.length > 0 ? [moved.join(' · ')] : []),
    ...(reason ? [text('payments.reason', { reason })] : []),
  ];
}
