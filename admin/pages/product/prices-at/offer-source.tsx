import { Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import { UIDS } from '../../../../content-types/uids';
import type { VariationPriceDto } from '../../../../server/contracts/prices-at';
import { SEE_SALES } from '../../../permissions';
import { useGranted } from '../../../shop/use-granted';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';

interface OfferSourceProps {
  variation: VariationPriceDto;
  currency: string;
}

/** Which sale gives the price and how long, or which one is the next to do so. */
export function OfferSource({ variation: { offer, onSale }, currency }: OfferSourceProps) {
  const text = useText();
  const formats = useFormats();
  const maySeeSales = useGranted()(SEE_SALES);
  if (!offer) return <Typography textColor="neutral600">{text('prices-at.no-sale')}</Typography>;
  const { sale, from, to, price } = offer;
  const name = sale ? sale.title || text('prices-at.untitled-sale') : text('prices-at.by-hand');
  const spell = {
    from: from ? formats.time(from) : '',
    to: to ? formats.time(to) : '',
    bounds: from ? (to ? 'both' : 'from') : to ? 'to' : 'none',
  };
  return (
    <>
      {sale && maySeeSales ? (
        <Link
          tag={NavLink}
          to={`/content-manager/collection-types/${UIDS.sale}/${sale.documentId}`}
        >
          {name}
        </Link>
      ) : (
        <Typography textColor="neutral800">{name}</Typography>
      )}
      <Typography tag="p" variant="pi" textColor="neutral600">
        {onSale
          ? text('prices-at.window', spell)
          : text('prices-at.not-then', {
              ...spell,
              price: formats.amount(price, currency),
            })}
      </Typography>
    </>
  );
}
