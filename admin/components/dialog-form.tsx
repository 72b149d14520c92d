import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { type FormEvent, type ReactNode, useId } from 'react';

import { useText } from '../text/use-text';
import type { DialogStep } from './dialog-button';

interface DialogFormProps {
  step: DialogStep;
  title: string;
  submitLabel: string;
  /** Whether it takes something away. */
  isDangerous?: boolean;
  /** Whether enough was filled in. */
  isComplete?: boolean;
  submit: () => void;
  children: ReactNode;
}

/** The inside of a dialog: a form, what the server had against it, and the two ways out. */
export function DialogForm(props: DialogFormProps) {
  const { step, title, submitLabel, isDangerous = false, isComplete = true } = props;
  const text = useText();
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete) props.submit();
  };
  return (
    <Modal.Content aria-describedby={undefined}>
      <Modal.Header closeLabel={text('dialog.close')}>
        <Modal.Title>{title}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <form id={id} noValidate onSubmit={submit}>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {props.children}
          </Flex>
        </form>
      </Modal.Body>
      {step.refusal && (
        <Box role="alert" background="danger100" padding={4} paddingLeft={6} paddingRight={6}>
          <Typography textColor="danger700">{step.refusal}</Typography>
        </Box>
      )}
      <Modal.Footer>
        <Button variant="tertiary" onClick={step.close} disabled={step.isBusy}>
          {text('dialog.cancel')}
        </Button>
        <Button
          type="submit"
          form={id}
          variant={isDangerous ? 'danger' : 'default'}
          loading={step.isBusy}
          disabled={!isComplete}
        >
          {submitLabel}
        </Button>
      </Modal.Footer>
    </Modal.Content>
  );
}
