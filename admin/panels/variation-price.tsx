import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useFindShopQuery } from '../api/shop';
import type { VariationRow } from '../api/variations';
import { useFormats } from '../text/use-formats';
import { useText } from '../text/use-text';
import { saleState } from './variation-words';

/** The price and, where there is one, the sale's, in the shop's currency. */
export function VariationPrice({ row }: { row: VariationRow }) {
  const text = useText();
  const intl = useIntl();
  const formats = useFormats();
  const { data: shop } = useFindShopQuery(undefined);
  const { unitPrice, salePrice, saleFrom } = row;
  if (unitPrice === null) {
    return (
      <Typography variant="pi" textColor="warning600">
        {text('variations.no-price')}
      </Typography>
    );
  }

  // Its place is kept until the currency is known, so that nothing jumps.
  const amount = (value: number) => (shop ? formats.amount(String(value), shop.currency) : '…');
  const sale = saleState(row, new Date());
  if (salePrice === null || sale === 'none' || sale === 'over') {
    return (
      <Typography variant="pi" textColor="neutral800">
        {amount(unitPrice)}
      </Typography>
    );
  }
  if (sale === 'planned') {
    return (
      <Typography variant="pi" textColor="neutral800">
        {text('variations.planned-sale', {
          price: amount(unitPrice),
          sale: amount(salePrice),
          date: intl.formatDate(saleFrom ?? undefined, { dateStyle: 'short' }),
        })}
      </Typography>
    );
  }
  return (
    <>
      <Typography variant="pi" textColor="neutral800" fontWeight="semiBold">
        {amount(salePrice)}
      </Typography>{' '}
      <Typography
        tag="s"
        variant="pi"
        textColor="neutral600"
        aria-label={text('variations.instead-of', { price: amount(unitPrice) })}
      >
        {amount(unitPrice)}
      </Typography>
    </>
  );
}
