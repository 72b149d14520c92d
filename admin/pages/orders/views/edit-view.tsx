import { Flex } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';

import type { SavedViewDto } from '../../../../server/contracts/saved-views';
import { useChangeViewMutation, useRemoveViewMutation } from '../../../api/saved-views';
import { ConfirmButton } from '../../../components/confirm-button';
import { DialogButton, type DialogStep } from '../../../components/dialog-button';
import { DialogForm } from '../../../components/dialog-form';
import { useText } from '../../../text/use-text';
import { useOrdersAddress } from '../use-orders-address';
import { ViewFields } from './view-fields';

/** Renames, shares or deletes a view of one's own. */
export function EditView({ view }: { view: SavedViewDto }) {
  const text = useText();
  return (
    <DialogButton
      size="S"
      variant="tertiary"
      startIcon={<Pencil />}
      label={text('orders.view.edit')}
    >
      {(step) => <EditViewForm step={step} view={view} />}
    </DialogButton>
  );
}

function EditViewForm({ step, view }: { step: DialogStep; view: SavedViewDto }) {
  const text = useText();
  const navigate = useNavigate();
  const { viewLink } = useOrdersAddress();
  const [change] = useChangeViewMutation();
  const [remove] = useRemoveViewMutation();
  const { id, filters } = view;
  const [draft, setDraft] = useState({ name: view.name, shared: view.shared });
  return (
    <DialogForm
      step={step}
      title={text('orders.view.edit-of', { name: view.name })}
      submitLabel={text('dialog.save')}
      isComplete={draft.name.trim() !== ''}
      submit={() => {
        step.take(() => change({ id, filters, ...draft }), text('orders.view.saved-now'));
      }}
    >
      <ViewFields draft={draft} onChange={setDraft} />
      <Flex>
        <ConfirmButton
          label={text('orders.view.delete')}
          title={text('orders.view.delete')}
          variant="danger-light"
          tone="danger-light"
          startIcon={<Trash />}
          icon={<Trash />}
          question={text('orders.view.delete-question', { name: view.name })}
          done={text('orders.view.deleted')}
          ask={async () => {
            const answer = await remove(id);
            if (!('error' in answer)) {
              step.close();
              navigate(viewLink({}));
            }
            return answer;
          }}
        />
      </Flex>
    </DialogForm>
  );
}
