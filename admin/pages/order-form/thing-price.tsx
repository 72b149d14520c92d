import { Typography } from '@strapi/design-system';

import type { ThingToSellDto } from '../../../server/contracts/staff';
import { useFindShopQuery } from '../../api/shop';
import type { TextKey } from '../../text/get-translation';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';

const OBSTACLES: Record<NonNullable<ThingToSellDto['obstacle']>, TextKey> = {
  not_for_sale: 'refusal.not-for-sale',
  no_price: 'refusal.no-price',
  insufficient_stock: 'thing.sold-out',
};

/** What it costs now, how many are left, or why it cannot be sold. */
export function ThingPrice({ thing }: { thing: ThingToSellDto }) {
  const text = useText();
  const { amount } = useFormats();
  const { data: shop } = useFindShopQuery(undefined);
  const { unitPrice, regularPrice, onSale, available, obstacle } = thing;
  const currency = shop?.currency ?? '';
  const price = unitPrice !== null && currency ? amount(unitPrice, currency) : null;
  const facts = [
    ...(price ? [price] : []),
    ...(onSale && regularPrice !== null && currency
      ? [text('thing.on-sale', { price: amount(regularPrice, currency) })]
      : []),
    ...(obstacle
      ? [text(OBSTACLES[obstacle])]
      : available === null
        ? []
        : [text('thing.available', { count: available })]),
  ];
  return (
    <Typography tag="p" variant="pi" textColor={obstacle ? 'danger600' : 'neutral600'}>
      {facts.join(' · ')}
    </Typography>
  );
}
