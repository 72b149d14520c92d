import { Button, Dialog } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { WarningCircle } from '@strapi/icons';
import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';

import { useText } from '../text/use-text';

/** Asks before an editor leaves a page with changes that are not saved: for another page, or by closing the window. */
export function UnsavedChanges({ when }: { when: boolean }) {
  const text = useText();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when && currentLocation.pathname !== nextLocation.pathname
  );

  useEffect(() => {
    if (!when) return undefined;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [when]);

  return (
    <Dialog.Root
      open={blocker.state === 'blocked'}
      onOpenChange={(isOpen) => {
        if (!isOpen) blocker.reset?.();
      }}
    >
      <ConfirmDialog
        title={text('unsaved.title')}
        variant="danger-light"
        icon={<WarningCircle width="2.4rem" height="2.4rem" fill="danger600" />}
        endAction={
          <Button variant="danger-light" fullWidth onClick={() => blocker.proceed?.()}>
            {text('unsaved.leave')}
          </Button>
        }
      >
        {text('unsaved.question')}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
