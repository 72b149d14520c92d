import { Box, Flex, Typography } from '@strapi/design-system';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { Amount } from '../../components/amount';
import { Card } from '../../components/card';
import { StatusBadge } from '../../status/status-badge';
import { PAYMENT_STATUS } from '../../status/status-words';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { MarkAsPaid } from './mark-as-paid';

export function OrderPayments({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const { time } = useFormats();
  const { payments, holdExpiresAt } = order;
  return (
    <Card title={text('payments.title')} action={<MarkAsPaid order={order} />}>
      {payments.length === 0 && (
        <Typography textColor="neutral600">{text('payments.none')}</Typography>
      )}
      {payments.map((payment, index) => (
        <Payment key={index} payment={payment} currency={order.currency} />
      ))}
      {holdExpiresAt && (
        <Typography variant="pi" textColor="neutral600">
          {text('payments.hold', { time: time(holdExpiresAt) })}
        </Typography>
      )}
    </Card>
  );
}

interface PaymentProps {
  payment: AdminOrderDto['payments'][number];
  currency: string;
}

function Payment({ payment, currency }: PaymentProps) {
  const text = useText();
  const { amount } = useFormats();
  const { provider, reference, refunded, status } = payment;
  const facts = [
    ...(reference ? [text('payments.reference', { reference })] : []),
    ...(Number(refunded) > 0
      ? [text('payments.refunded', { amount: amount(refunded, currency) })]
      : []),
  ];
  return (
    <Flex justifyContent="space-between" alignItems="center" gap={4}>
      <Box minWidth={0}>
        <Typography tag="p" textColor="neutral800" fontWeight="semiBold">
          {provider === 'manual' ? text('payments.manual') : provider}
        </Typography>
        {facts.length > 0 && (
          <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
            {facts.join(' · ')}
          </Typography>
        )}
      </Box>
      <Flex gap={3} shrink={0}>
        <StatusBadge word={PAYMENT_STATUS[status]} />
        <Typography textColor="neutral800" fontWeight="semiBold">
          <Amount value={payment.amount} currency={currency} />
        </Typography>
      </Flex>
    </Flex>
  );
}
