import { Button } from '@strapi/design-system';
import { File } from '@strapi/icons';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { useIssueInvoiceMutation } from '../../../api/order-steps';
import { useStep } from '../../../components/use-step';
import { useText } from '../../../text/use-text';
import { useMayUpdate } from '../use-may-update';

/** Gives the order its invoice, with the next number. */
export function IssueInvoice({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const mayUpdate = useMayUpdate();
  const { isBusy, take } = useStep();
  const [issue] = useIssueInvoiceMutation();
  const { documentId, invoice, status, totals } = order;

  const isNothingToInvoice = status === 'cancelled' || Number(totals.total) === 0;
  if (invoice || isNothingToInvoice || !mayUpdate) return null;
  return (
    <Button
      variant="secondary"
      startIcon={<File />}
      loading={isBusy}
      onClick={() => void take(() => issue({ documentId }), text('documents.issued'))}
    >
      {text('documents.issue')}
    </Button>
  );
}
