import { Flex, Typography } from '@strapi/design-system';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { Card } from '../../../components/card';
import { useText } from '../../../text/use-text';
import { Parcel } from './parcel';
import { ShipParcel } from './ship-parcel';

/** What has left of the order. */
export function OrderParcels({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const { fulfilments, items } = order;
  const waiting = items.reduce((sum, { toShip }) => sum + toShip, 0);
  return (
    <Card title={text('parcels.title')} action={<ShipParcel order={order} />}>
      {fulfilments.length === 0 && (
        <Typography textColor="neutral600">{text('parcels.none')}</Typography>
      )}
      {fulfilments.length > 0 && (
        <Flex tag="ol" direction="column" alignItems="stretch" gap={5}>
          {fulfilments.map((parcel, index) => (
            <Parcel key={parcel.id} order={order} parcel={parcel} number={index + 1} />
          ))}
        </Flex>
      )}
      {fulfilments.length > 0 && waiting > 0 && order.status !== 'cancelled' && (
        <Typography variant="pi" textColor="neutral600">
          {text('parcels.waiting', { count: waiting })}
        </Typography>
      )}
    </Card>
  );
}
