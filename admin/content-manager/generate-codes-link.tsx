import { LinkButton } from '@strapi/design-system';
import { Magic } from '@strapi/icons';
import { Link, useParams } from 'react-router-dom';

import { PLUGIN_ID, UIDS } from '../../content-types/uids';
import { GENERATE_CODES } from '../permissions';
import { useGranted } from '../shop/use-granted';
import { useText } from '../text/use-text';

/** Above the list of discount codes, for whoever may make many of them. */
export function GenerateCodesLink() {
  const text = useText();
  const isGranted = useGranted();
  const { slug } = useParams();
  if (slug !== UIDS.discountCode || !isGranted(GENERATE_CODES)) return null;
  return (
    <LinkButton
      tag={Link}
      to={`/plugins/${PLUGIN_ID}/discount-codes`}
      variant="tertiary"
      size="S"
      startIcon={<Magic />}
    >
      {text('codes.generate')}
    </LinkButton>
  );
}
