import { Checkbox, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { CodeBatchDto } from '../../../server/contracts/discount-codes';
import { useDeleteCodeBatchMutation } from '../../api/discount-code-tools';
import { DialogButton, type DialogStep } from '../../components/dialog-button';
import { DialogForm } from '../../components/dialog-form';
import { useText } from '../../text/use-text';

/** Deletes the codes that nobody has used; the others only when that is said. */
export function DeleteBatch({ batch }: { batch: CodeBatchDto }) {
  const text = useText();
  return (
    <DialogButton
      variant="danger-light"
      size="S"
      label={text('codes.delete')}
      fullLabel={text('codes.delete-of', { name: batch.name })}
    >
      {(step) => <DeleteForm batch={batch} step={step} />}
    </DialogButton>
  );
}

function DeleteForm({ batch, step }: { batch: CodeBatchDto; step: DialogStep }) {
  const text = useText();
  const [ask] = useDeleteCodeBatchMutation();
  const [alsoUsed, setAlsoUsed] = useState(false);
  const { name, codes, used } = batch;
  const count = alsoUsed ? codes : codes - used;
  return (
    <DialogForm
      step={step}
      title={text('codes.delete-title', { name })}
      submitLabel={text('codes.delete')}
      isDangerous
      isComplete={count > 0}
      submit={() => {
        step.take(() => ask({ batch: name, alsoUsed }), text('codes.deleted', { name }));
      }}
    >
      <Typography tag="p">{text('codes.delete-question', { count })}</Typography>
      {used > 0 && (
        <Checkbox
          checked={alsoUsed}
          onCheckedChange={(checked: boolean | 'indeterminate') => {
            setAlsoUsed(checked === true);
          }}
        >
          {text('codes.delete-used', { count: used })}
        </Checkbox>
      )}
    </DialogForm>
  );
}
