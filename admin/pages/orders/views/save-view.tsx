import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';

import { useKeepViewMutation } from '../../../api/saved-views';
import { DialogButton, type DialogStep } from '../../../components/dialog-button';
import { DialogForm } from '../../../components/dialog-form';
import { useText } from '../../../text/use-text';
import { useOrdersAddress } from '../use-orders-address';
import { ViewFields } from './view-fields';

/** Keeps the present filters under a name. */
export function SaveView() {
  const text = useText();
  return (
    <DialogButton size="S" variant="tertiary" startIcon={<Plus />} label={text('orders.view.save')}>
      {(step) => <SaveViewForm step={step} />}
    </DialogButton>
  );
}

function SaveViewForm({ step }: { step: DialogStep }) {
  const text = useText();
  const navigate = useNavigate();
  const { filters, viewLink } = useOrdersAddress();
  const [keep] = useKeepViewMutation();
  const [draft, setDraft] = useState({ name: '', shared: false });
  const ask = async () => {
    const answer = await keep({ ...draft, filters });
    if (!('error' in answer)) navigate(viewLink(filters, answer.data.id));
    return answer;
  };
  return (
    <DialogForm
      step={step}
      title={text('orders.view.save-title')}
      submitLabel={text('orders.view.save')}
      isComplete={draft.name.trim() !== ''}
      submit={() => {
        step.take(ask, text('orders.view.saved-now'));
      }}
    >
      <ViewFields draft={draft} onChange={setDraft} />
    </DialogForm>
  );
}
