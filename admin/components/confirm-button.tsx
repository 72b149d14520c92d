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
  done: string;
}

/** A button that asks before it does anything. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, title, icon, question, tone = 'default', ask, done, ...look } = props;
  const { isBusy, take } = useStep();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger>
        <Button variant="secondary" loading={isBusy} {...look}>
          {label}
        </Button>
      </Dialog.Trigger>
      <ConfirmDialog
        title={title}
        variant={tone}
        icon={icon}
        onConfirm={async () => {
          await take(ask, done);
        }}
      >
        {question}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
