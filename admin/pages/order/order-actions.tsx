import { Flex, LinkButton } from '@strapi/design-system';
import { Duplicate, Pencil } from '@strapi/icons';
import { Link } from 'react-router-dom';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { useText } from '../../text/use-text';
import { CancelOrder } from './cancel-order';
import { useMayUpdate } from './use-may-update';

/** What can be done with the order as a whole. */
export function OrderActions({ order }: { order: AdminOrderDto }) {
  const text = useText();
  const mayUpdate = useMayUpdate();
  if (!mayUpdate) return null;
  const orders = '/plugins/cartwright/orders';
  return (
    <Flex gap={2} wrap="wrap">
      {order.items.length > 0 && (
        <LinkButton
          tag={Link}
          variant="tertiary"
          startIcon={<Duplicate />}
          to={`${orders}/new?again=${order.documentId}`}
        >
          {text('order.again')}
        </LinkButton>
      )}
      {order.can.edit && (
        <LinkButton
          tag={Link}
          variant="secondary"
          startIcon={<Pencil />}
          to={`${orders}/${order.documentId}/edit`}
        >
          {text('order.edit')}
        </LinkButton>
      )}
      <CancelOrder order={order} />
    </Flex>
  );
}
