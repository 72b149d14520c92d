import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { useKeptFocus } from '../../../components/use-kept-focus';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { ShipParcel } from '../parcels/ship-parcel';
import { CapturePayment } from '../payments/capture-payment';
import { MarkAsPaid } from '../payments/mark-as-paid';
import { RequestPayment } from '../payments/request-payment';
import { GiveRefund } from '../refunds/give-refund';
import { useMayUpdate } from '../use-may-update';
import { type NextStep, nextSteps } from './next-steps';

/** What is to be done next, with the buttons for it: above everything else, so that nobody has to look for it. */
export function OrderNextSteps({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const keptFocus = useKeptFocus();
  const steps = nextSteps(order);
  return (
    <Box
      tag="section"
      aria-label={text('next.title')}
      {...keptFocus}
      background="neutral0"
      shadow="tableShadow"
      hasRadius
      padding={4}
    >
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-live="polite">
        {steps.length === 0 && (
          <Row icon={<CheckCircle fill="success600" aria-hidden />}>{over(order, text)}</Row>
        )}
        {steps.map((step) => (
          <Step key={keyOf(step)} order={order} step={step} />
        ))}
      </Flex>
    </Box>
  );
}

const keyOf = (step: NextStep) => ('paymentId' in step ? step.paymentId : step.kind);

function over({ status }: AdminOrderDto, text: ReturnType<typeof useText>): string {
  if (status === 'cancelled') return text('next.cancelled');
  return text(status === 'completed' ? 'next.completed' : 'next.nothing');
}

function Step({ order, step }: { order: AdminOrderDto; step: NextStep }) {
  const words = useWords(order);
  const isTrouble = ['refund-failed', 'capture-failed', 'declined', 'overpaid'].includes(step.kind);
  return (
    <Row
      icon={
        isTrouble ? (
          <WarningCircle fill="danger600" aria-hidden />
        ) : (
          <Clock fill="primary600" aria-hidden />
        )
      }
      buttons={<Buttons order={order} step={step} />}
    >
      {words(step)}
    </Row>
  );
}

interface RowProps {
  icon: ReactNode;
  buttons?: ReactNode;
  children: string;
}

function Row({ icon, buttons, children }: RowProps) {
  return (
    <Flex tag="li" gap={3} justifyContent="space-between" wrap="wrap" minHeight="3.2rem">
      <Flex gap={2} minWidth={0}>
        <Flex shrink={0}>{icon}</Flex>
        <Typography
          textColor="neutral800"
          fontWeight="semiBold"
          style={{ overflowWrap: 'anywhere' }}
        >
          {children}
        </Typography>
      </Flex>
      {buttons && (
        <Flex gap={2} wrap="wrap">
          {buttons}
        </Flex>
      )}
    </Flex>
  );
}

function Buttons({ order, step }: { order: AdminOrderDto; step: NextStep }) {
  const mayUpdate = useMayUpdate();
  switch (step.kind) {
    case 'refund-failed':
    case 'overpaid':
      return <GiveRefund order={order} />;
    case 'declined':
    case 'due':
      return (
        <>
          <RequestPayment order={order} />
          <MarkAsPaid order={order} />
        </>
      );
    case 'capture': {
      const payment = order.payments.find(({ id }) => id === step.paymentId);
      return payment && mayUpdate ? <CapturePayment order={order} payment={payment} /> : null;
    }
    case 'ship':
      return <ShipParcel order={order} />;
    case 'capture-failed':
    case 'refund-pending':
      return null;
  }
}

function useWords({ currency }: AdminOrderDto): (step: NextStep) => string {
  const text = useText();
  const { amount: written, time } = useFormats();
  return (step) => {
    if (step.kind === 'ship') return text('next.ship', { count: step.units });
    const amount = written(step.amount, currency);
    switch (step.kind) {
      case 'refund-failed':
        return text('next.refund-failed', { amount });
      case 'capture-failed':
        return text('next.capture-failed', { amount, reason: step.reason ?? '–' });
      case 'overpaid':
        return text('next.overpaid', { amount });
      case 'declined':
        return text('next.declined', { amount, reason: step.reason ?? '–' });
      case 'due':
        return step.until
          ? text('next.due-until', { amount, until: time(step.until) })
          : text('next.due', { amount });
      case 'capture':
        return text('next.capture', { amount });
      case 'refund-pending':
        return text('next.refund-pending', { amount });
    }
  };
}
