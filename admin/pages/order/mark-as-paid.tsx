import { Button, Dialog } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { ConfirmDialog, useAPIErrorHandler, useNotification, useRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { useMarkOrderAsPaidMutation } from '../../api/orders';
import { UPDATE_ORDERS } from '../../permissions';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';

/** Staff say that the money of an offline payment has come. Not there when nothing waits, or the role may not. */
export function MarkAsPaid({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const { amount } = useFormats();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  const { allowedActions } = useRBAC(UPDATE_ORDERS);
  const [markAsPaid, { isLoading }] = useMarkOrderAsPaidMutation();
  const [isOpen, setIsOpen] = useState(false);

  if (!order.canMarkAsPaid || !allowedActions['canUpdate']) return null;

  const confirm = async () => {
    const answer = await markAsPaid(order.documentId);
    setIsOpen(false);
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: formatApiError(answer.error) });
    } else {
      toggleNotification({
        type: 'success',
        message: text('mark-as-paid.done', { number: order.number }),
      });
    }
  };

  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger>
        <Button variant="secondary" startIcon={<CheckCircle />} loading={isLoading}>
          {text('mark-as-paid.button')}
        </Button>
      </Dialog.Trigger>
      <ConfirmDialog
        title={text('mark-as-paid.title', { number: order.number })}
        variant="default"
        icon={<CheckCircle width="24px" height="24px" fill="success600" />}
        onConfirm={confirm}
      >
        {text('mark-as-paid.body', { amount: amount(order.totals.total, order.currency) })}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
