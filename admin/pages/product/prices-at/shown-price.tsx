import { Badge, Typography } from '@strapi/design-system';

import type { VariationPriceDto } from '../../../../server/contracts/prices-at';
import { Amount } from '../../../components/amount';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';

interface ShownPriceProps {
  variation: VariationPriceDto;
  currency: string;
}

/** As a shopper sees it: the price, beside a struck one when it is on sale. */
export function ShownPrice({ variation, currency }: ShownPriceProps) {
  const text = useText();
  const formats = useFormats();
  const { price, unitPrice, onSale } = variation;
  if (price === null) return <Badge>{text('prices-at.coming-soon')}</Badge>;
  return (
    <span>
      <Typography fontWeight="bold" textColor={onSale ? 'success600' : 'neutral800'}>
        <Amount value={price} currency={currency} />
      </Typography>
      {onSale && unitPrice !== null && (
        <>
          {' '}
          <Typography
            tag="s"
            variant="pi"
            textColor="neutral600"
            aria-label={text('variations.instead-of', {
              price: formats.amount(unitPrice, currency),
            })}
          >
            <Amount value={unitPrice} currency={currency} />
          </Typography>
        </>
      )}
    </span>
  );
}
