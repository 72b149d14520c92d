import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link } from 'react-router-dom';

import { useText } from '../../text/use-text';
import { useMayUpdate } from '../order/use-may-update';

/** The way to an order that staff take down. */
export function CreateOrder() {
  const text = useText();
  const mayUpdate = useMayUpdate();
  if (!mayUpdate) return null;
  return (
    <LinkButton tag={Link} to="/plugins/cartwright/orders/new" startIcon={<Plus />}>
      {text('new-order.create')}
    </LinkButton>
  );
}
