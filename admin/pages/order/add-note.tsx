import { Field, Textarea } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';

import { useAddNoteMutation } from '../../api/order-steps';
import { DialogButton, type DialogStep } from '../../components/dialog-button';
import { DialogForm } from '../../components/dialog-form';
import { useText } from '../../text/use-text';
import { useMayUpdate } from './use-may-update';

/** Something to remember about an order. The shopper does not see it. */
export function AddNote({ documentId }: { documentId: string }) {
  const text = useText();
  const mayUpdate = useMayUpdate();
  if (!mayUpdate) return null;
  return (
    <DialogButton variant="tertiary" label={text('note.button')} startIcon={<Plus />}>
      {(step) => <NoteForm documentId={documentId} step={step} />}
    </DialogButton>
  );
}

function NoteForm({ documentId, step }: { documentId: string; step: DialogStep }) {
  const text = useText();
  const [add] = useAddNoteMutation();
  const [typed, setTyped] = useState('');
  const note = typed.trim();
  return (
    <DialogForm
      step={step}
      title={text('note.title')}
      submitLabel={text('note.button')}
      isComplete={note !== ''}
      submit={() => {
        step.take(() => add({ documentId, note }), text('note.done'));
      }}
    >
      <Field.Root name="note" hint={text('note.hint')} required>
        <Field.Label>{text('note.label')}</Field.Label>
        <Textarea
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
          }}
        />
        <Field.Hint />
      </Field.Root>
    </DialogForm>
  );
}
