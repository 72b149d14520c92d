import { Button, EmptyStateLayout, LinkButton } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Link, useNavigate } from 'react-router-dom';

import { UIDS } from '../../../content-types/uids';
import { useText } from '../../text/use-text';

/** Nothing to show: either nothing fits the filters, or the shop has not sold anything yet. */
export function NoOrders({ isFiltered }: { isFiltered: boolean }) {
  const text = useText();
  const navigate = useNavigate();
  const icon = <EmptyDocuments width="16rem" />;

  if (isFiltered) {
    return (
      <EmptyStateLayout
        hasRadius
        icon={icon}
        content={text('orders.none-match')}
        action={
          <Button variant="secondary" onClick={() => navigate({ search: '' })}>
            {text('orders.show-all')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyStateLayout
      hasRadius
      icon={icon}
      content={text('orders.none-yet')}
      action={
        <LinkButton
          tag={Link}
          variant="secondary"
          to={`/content-manager/collection-types/${UIDS.product}`}
        >
          {text('orders.go-to-products')}
        </LinkButton>
      }
    />
  );
}
