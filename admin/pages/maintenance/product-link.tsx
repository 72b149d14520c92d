import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import { UIDS } from '../../../content-types/uids';
import { useText } from '../../text/use-text';

interface ProductLinkProps {
  product: { productDocumentId: string; title: string | null };
}

/** The product in the Content Manager; variations whose product is gone have none. */
export function ProductLink({ product: { productDocumentId, title } }: ProductLinkProps) {
  const text = useText();
  if (title === null) return text('maintenance.no-product');
  return (
    <Link
      tag={NavLink}
      to={`/content-manager/collection-types/${UIDS.product}/${productDocumentId}`}
    >
      {title}
    </Link>
  );
}
