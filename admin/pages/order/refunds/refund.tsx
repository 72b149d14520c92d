import { Box, Button, Flex, Typography } from '@strapi/design-system';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { useIssueCreditNoteMutation } from '../../../api/order-steps';
import { Amount } from '../../../components/amount';
import { useStep } from '../../../components/use-step';
import { StatusBadge } from '../../../status/status-badge';
import { REFUND_STATUS } from '../../../status/status-words';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { itemName } from '../item-name';
import { useMayUpdate } from '../use-may-update';

interface RefundProps {
  order: AdminOrderDto;
  refund: AdminOrderDto['refunds'][number];
}

/** Money that went back, or is on its way: how much, for what, and its credit note. */
export function Refund({ order, refund }: RefundProps) {
  const text = useText();
  const { time } = useFormats();
  const mayUpdate = useMayUpdate();
  const { documentId, currency, invoice, items } = order;
  const { id, at, status, amount, lines, shipping, restock, reason, creditNote } = refund;
  const what = [
    ...lines.map(({ itemId, quantity, description }) =>
      text('parcel.item', { quantity, item: itemName(items, itemId, description) })
    ),
    ...(Number(shipping) > 0 ? [text('totals.shipping')] : []),
  ];
  const facts = [
    ...(what.length > 0 ? [what.join(', ')] : []),
    ...(restock ? [text('refund.restocked')] : []),
    ...(creditNote ? [text('documents.credit-note', { number: creditNote.number })] : []),
    ...(reason ? [reason] : []),
  ];
  return (
    <Flex tag="li" direction="column" alignItems="flex-start" gap={2}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} width="100%">
        <Box minWidth={0}>
          <Typography tag="h3" variant="omega" textColor="neutral800" fontWeight="semiBold">
            {time(at)}
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
          <StatusBadge word={REFUND_STATUS[status]} />
          <Typography textColor="neutral800" fontWeight="semiBold">
            <Amount value={amount} currency={currency} />
          </Typography>
        </Flex>
      </Flex>
      {mayUpdate && invoice && status === 'done' && !creditNote && (
        <IssueCreditNote documentId={documentId} refundId={id} />
      )}
    </Flex>
  );
}

/** For a refund that was there before the invoice. */
function IssueCreditNote(ids: { documentId: string; refundId: string }) {
  const text = useText();
  const { isBusy, take } = useStep();
  const [issue] = useIssueCreditNoteMutation();
  return (
    <Button
      size="S"
      variant="tertiary"
      loading={isBusy}
      onClick={() => void take(() => issue(ids), text('refund.credit-note-issued'))}
    >
      {text('refund.issue-credit-note')}
    </Button>
  );
}
