import { Flex, Typography } from '@strapi/design-system';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import type { TextKey } from '../../../text/get-translation';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';

type Operation = AdminOrderDto['payments'][number]['operations'][number];

const ASKED: Record<Operation['kind'], TextKey> = {
  capture: 'operations.capture-asked',
  void: 'operations.void-asked',
  refund: 'operations.refund-asked',
};

const REFUSED: Record<Operation['kind'], TextKey> = {
  capture: 'operations.capture-refused',
  void: 'operations.void-refused',
  refund: 'operations.refund-refused',
};

interface PaymentOperationsProps {
  operations: Operation[];
  currency: string;
}

/** What the provider has not answered yet, and what it refused. What it did is in the amounts. */
export function PaymentOperations({ operations, currency }: PaymentOperationsProps) {
  const text = useText();
  const { amount, time } = useFormats();
  const shown = operations.filter(({ status }) => status !== 'done');
  if (shown.length === 0) return null;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
      {shown.map(({ id, kind, status, reason, at, ...operation }) => (
        <li key={id}>
          <Typography
            variant="pi"
            textColor={status === 'refused' ? 'danger600' : 'warning700'}
            style={{ overflowWrap: 'anywhere' }}
          >
            {[
              text(status === 'refused' ? REFUSED[kind] : ASKED[kind], {
                amount: amount(operation.amount, currency),
                when: time(at),
              }),
              ...(reason ? [reason] : []),
            ].join(' · ')}
          </Typography>
        </li>
      ))}
    </Flex>
  );
}
