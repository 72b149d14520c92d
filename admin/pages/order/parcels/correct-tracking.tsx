import { Pencil } from '@strapi/icons';
import { useState } from 'react';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { useCorrectTrackingMutation } from '../../../api/order-steps';
import { DialogButton, type DialogStep } from '../../../components/dialog-button';
import { DialogForm } from '../../../components/dialog-form';
import { useText } from '../../../text/use-text';
import { trackingOf, typedTracking } from './tracking';
import { TrackingFields } from './tracking-fields';

interface CorrectTrackingProps {
  documentId: string;
  parcel: AdminOrderDto['fulfilments'][number];
}

/** Corrects how a parcel can be followed; what is in it stays. */
export function CorrectTracking(props: CorrectTrackingProps) {
  const text = useText();
  return (
    <DialogButton size="S" variant="tertiary" label={text('parcel.correct')} startIcon={<Pencil />}>
      {(step) => <TrackingForm {...props} step={step} />}
    </DialogButton>
  );
}

function TrackingForm({ documentId, parcel, step }: CorrectTrackingProps & { step: DialogStep }) {
  const text = useText();
  const [correct] = useCorrectTrackingMutation();
  const [typed, setTyped] = useState(() => typedTracking(parcel));
  const submit = () => {
    const wish = { documentId, fulfilmentId: parcel.id, tracking: trackingOf(typed) };
    step.take(() => correct(wish), text('parcel.corrected'));
  };
  return (
    <DialogForm
      step={step}
      title={text('parcel.correct-title')}
      submitLabel={text('dialog.save')}
      submit={submit}
    >
      <TrackingFields value={typed} onChange={setTyped} />
    </DialogForm>
  );
}
