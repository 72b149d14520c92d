import { Button, Dialog } from '@strapi/design-system';
import { Magic } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useState } from 'react';

import { useText } from '../../text/use-text';

/** Asks before it writes: shoppers see the mended prices at once. */
export function Mend({ count, mend }: { count: number; mend: () => Promise<void> }) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);

  const confirm = () => {
    setIsOpen(false);
    void mend();
  };

  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger>
        <Button startIcon={<Magic />}>{text('maintenance.mend')}</Button>
      </Dialog.Trigger>
      <ConfirmDialog
        title={text('maintenance.mend-title', { count })}
        variant="default"
        icon={<Magic width="24px" height="24px" fill="primary600" />}
        onConfirm={confirm}
      >
        {text('maintenance.mend-body')}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
