import { Button, Modal } from '@strapi/design-system';
import { type ComponentProps, type ReactNode, useState } from 'react';

import { type Answer, useStep } from './use-step';

/** What the form in a dialog needs to know of its dialog. */
export interface DialogStep {
  isBusy: boolean;
  /** Why the server refused, until it is tried again. */
  refusal: string | null;
  /** Closes when it went well. */
  take: (ask: () => Promise<Answer>, done: string) => void;
  close: () => void;
}

interface DialogButtonProps extends Omit<ComponentProps<typeof Button>, 'children'> {
  label: string;
  /** More than the label says, for who cannot see what stands around it. */
  fullLabel?: string;
  /** Made anew each time that the dialog opens. */
  children: (step: DialogStep) => ReactNode;
}

/** A button that opens a dialog, and has the focus again when that closes. */
export function DialogButton({ label, fullLabel, children, ...look }: DialogButtonProps) {
  const step = useStep();
  const [isOpen, setIsOpen] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const open = (wanted: boolean) => {
    // The answer is told in the dialog.
    if (step.isBusy) return;
    setRefusal(null);
    setIsOpen(wanted);
  };
  const take = async (ask: () => Promise<Answer>, done: string) => {
    setRefusal(null);
    if (await step.take(ask, done, setRefusal)) setIsOpen(false);
  };

  return (
    <Modal.Root open={isOpen} onOpenChange={open}>
      <Modal.Trigger>
        <Button variant="secondary" aria-label={fullLabel} {...look}>
          {label}
        </Button>
      </Modal.Trigger>
      {isOpen &&
        children({
          isBusy: step.isBusy,
          refusal,
          take: (ask, done) => void take(ask, done),
          close: () => {
            open(false);
          },
        })}
    </Modal.Root>
  );
}
