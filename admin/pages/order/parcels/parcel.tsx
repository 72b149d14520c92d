import { Box, Flex, Link, Typography } from '@strapi/design-system';

import type { AdminOrderDto } from '../../../../server/contracts/orders';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { PrintedDocument } from '../documents/printed-document';
import { itemName } from '../item-name';
import { useMayUpdate } from '../use-may-update';
import { CorrectTracking } from './correct-tracking';

interface ParcelProps {
  order: AdminOrderDto;
  parcel: AdminOrderDto['fulfilments'][number];
  /** Counted from 1, in the order in which they left. */
  number: number;
}

/** What left together, and how it can be followed. */
export function Parcel({ order, parcel, number }: ParcelProps) {
  const text = useText();
  const { time } = useFormats();
  const mayUpdate = useMayUpdate();
  const { documentId } = order;
  const name = text('parcel.name', { number });
  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={2}>
      <Box>
        <Typography tag="h3" variant="omega" textColor="neutral800" fontWeight="semiBold">
          {text('parcel.when', { name, when: time(parcel.shippedAt) })}
        </Typography>
        <ul>
          {parcel.items.map(({ lineId, sku, quantity }) => (
            <Typography key={lineId} tag="li" textColor="neutral800">
              {text('parcel.item', {
                quantity,
                item: itemName(order.items, lineId, sku ?? lineId),
              })}
            </Typography>
          ))}
        </ul>
        <HowToFollow parcel={parcel} />
      </Box>
      <Flex gap={2} wrap="wrap">
        <PrintedDocument
          path={`${documentId}/packing-slip`}
          query={`?fulfilment=${encodeURIComponent(parcel.id)}`}
          label={text('documents.packing-slip')}
          title={text('documents.packing-slip-of', { name })}
          filename={`packing-slip-${order.number}-${number}`}
        />
        {mayUpdate && <CorrectTracking documentId={documentId} parcel={parcel} />}
      </Flex>
    </Flex>
  );
}

function HowToFollow({ parcel }: Pick<ParcelProps, 'parcel'>) {
  const text = useText();
  const { carrier, trackingNumber, trackingUrl } = parcel;
  const words = [carrier, trackingNumber].filter(Boolean).join(' · ');
  if (trackingUrl) {
    return (
      <Link href={trackingUrl} isExternal>
        {words || text('parcel.track')}
      </Link>
    );
  }
  return (
    <Typography tag="p" variant="pi" textColor="neutral600">
      {words || text('parcel.no-tracking')}
    </Typography>
  );
}
