import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { VariationRow } from '../api/variations';
import { useText } from '../text/use-text';
import { saleState } from './variation-words';

/** The price and, where there is one, the sale's: the same numbers as in the variation's form. */
export function VariationPrice({ row }: { row: VariationRow }) {
  const text = useText();
  const intl = useIntl();
  const { unitPrice, salePrice, saleFrom } = row;
  if (unitPrice === null) {
    return (
      <Typography variant="pi" textColor="warning600">
        {text('variations.no-price')}
      </Typography>
    );
  }

  const amount = (value: number) =>
    intl.formatNumber(value, {
      minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
      maximumFractionDigits: 4,
    });
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
