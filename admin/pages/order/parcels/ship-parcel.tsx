import { Flex } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useState } from 'react';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { useShipParcelMutation } from '../../../api/order-steps';
import { newStepKey } from '../../../api/step-key';
import { DialogButton, type DialogStep } from '../../../components/dialog-button';
import { DialogForm } from '../../../components/dialog-form';
import { UnitsField } from '../../../components/units-field';
import { useText } from '../../../text/use-text';
import { type Units, chosenUnits } from '../chosen-units';
import { useMayUpdate } from '../use-may-update';
import { NO_TRACKING, trackingOf } from './tracking';
import { TrackingFields } from './tracking-fields';

/** Says what has left, all of what is still to ship unless something else is chosen. */
export function ShipParcel({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const mayUpdate = useMayUpdate();
  if (!order.can.fulfil || !mayUpdate) return null;
  return (
    <DialogButton label={text('parcels.ship')} startIcon={<PaperPlane />}>
      {(step) => <ShipForm order={order} step={step} />}
    </DialogButton>
  );
}

function ShipForm({ order, step }: { order: AdminOrderDto; step: DialogStep }) {
  const text = useText();
  const [ship] = useShipParcelMutation();
  const [key] = useState(newStepKey);
  const [tracking, setTracking] = useState(NO_TRACKING);
  const waiting = order.items.filter(({ toShip }) => toShip > 0);
  const [units, setUnits] = useState<Units>(() =>
    Object.fromEntries(waiting.map(({ id, toShip }) => [id, toShip]))
  );
  const items = chosenUnits(units);

  const submit = () => {
    const parcel = { items, ...trackingOf(tracking) };
    step.take(() => ship({ documentId: order.documentId, key, parcel }), text('parcels.shipped'));
  };
  return (
    <DialogForm
      step={step}
      title={text('parcels.ship-title')}
      submitLabel={text('parcels.ship')}
      isComplete={items.length > 0}
      submit={submit}
    >
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {waiting.map((item) => (
          <UnitsField
            key={item.id}
            item={item}
            most={item.toShip}
            value={units[item.id] ?? 0}
            onChange={(wanted) => {
              setUnits({ ...units, [item.id]: wanted });
            }}
          />
        ))}
      </Flex>
      <TrackingFields value={tracking} onChange={setTracking} />
    </DialogForm>
  );
}
