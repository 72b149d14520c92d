import { Button, Dialog } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { type ComponentProps, type ReactElement, useState } from 'react';

import { type Answer, useStep } from './use-step';

interface ConfirmButtonProps extends Omit<ComponentProps<typeof Button>, 'children' | 'title'> {
  label: string;
  title: string;
  icon: ReactElement;
  /** What will happen. */
  question: string;
  tone?: 'default' | 'danger-light';
  ask: () => Promise<Answer>;
  /** null: whoever asks says it. */
  done: string | null;
}

/** A button that asks before it does anything. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, title, icon, question, tone = 'default', ask, done, ...look } = props;
  const { isBusy, take } = useStep();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog.Root open={isOpen} onOpenChange={(wanted) => !isBusy && setIsOpen(wanted)}>
      <Dialog.Trigger>
        <Button variant="secondary" {...look}>
          {label}
        </Button>
      </Dialog.Trigger>
      <ConfirmDialog
        title={title}
        variant={tone}
        icon={icon}
        onConfirm={async (event) => {
          // It stays open until the answer is there, and the focus goes back to the button then.
          event?.preventDefault();
          await take(ask, done);
          setIsOpen(false);
        }}
      >
        {question}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
