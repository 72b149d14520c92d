import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Images, Pencil } from '@strapi/icons';
import { NavLink } from 'react-router-dom';

import { PLUGIN_ID } from '../../../content-types/uids';
import type { VariationSummaryDto } from '../../../server/contracts/product-panel';
import { EDIT_VARIATIONS } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';

interface VariationSummaryProps {
  product: string;
  summary: VariationSummaryDto;
}

/** What is for sale of a saved product, and the way to its table and its pictures. */
export function VariationSummary({ product, summary }: VariationSummaryProps) {
  const text = useText();
  const mayEdit = useGranted()(EDIT_VARIATIONS);
  const facts = useFacts(summary);
  const tab = (name: string) => `/plugins/${PLUGIN_ID}/products/${product}/${name}`;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Box tag="dl">
        {facts.map(({ label, value, note }) => (
          <Flex
            key={label}
            justifyContent="space-between"
            alignItems="baseline"
            gap={2}
            wrap="wrap"
          >
            <Typography tag="dt" variant="pi" textColor="neutral600">
              {label}
            </Typography>
            <Typography
              tag="dd"
              variant="pi"
              fontWeight="semiBold"
              textColor="neutral800"
              style={{ overflowWrap: 'anywhere' }}
            >
              {value}
              {note && (
                <Typography variant="pi" textColor="warning600">
                  {' '}
                  {note}
                </Typography>
              )}
            </Typography>
          </Flex>
        ))}
      </Box>
      {mayEdit && (
        <>
          <LinkButton
            tag={NavLink}
            to={tab('variations')}
            variant="secondary"
            startIcon={<Pencil />}
            fullWidth
          >
            {text('product-panel.edit-variations')}
          </LinkButton>
          <LinkButton
            tag={NavLink}
            to={tab('pictures')}
            variant="tertiary"
            startIcon={<Images />}
            fullWidth
          >
            {text('product-panel.pictures')}
          </LinkButton>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {text('product-panel.live-at-once')}
          </Typography>
        </>
      )}
    </Flex>
  );
}

function useFacts(summary: VariationSummaryDto) {
  const text = useText();
  const formats = useFormats();
  const { live, priceMin, priceMax, withoutPrice, stock, soldOut, standard, currency } = summary;
  const amount = (price: string) => formats.amount(price, currency);
  const price =
    priceMin === null || priceMax === null
      ? text('variations.no-price')
      : priceMin === priceMax
        ? amount(priceMin)
        : text('product-panel.price-range', { from: amount(priceMin), to: amount(priceMax) });
  return [
    {
      label: text('product-panel.for-sale'),
      value: text('product-panel.variation-count', { count: live }),
    },
    {
      label: text('product-panel.price'),
      value: price,
      note:
        withoutPrice > 0 && priceMin !== null
          ? text('product-panel.without-price', { count: withoutPrice })
          : undefined,
    },
    {
      label: text('product-panel.stock'),
      value:
        stock === null
          ? text('variations.not-counted')
          : text('variations.stock', { count: stock, number: formats.number(stock) }),
      note:
        soldOut > 0 && stock !== 0 ? text('product-panel.sold-out', { count: soldOut }) : undefined,
    },
    ...(standard && live > 1
      ? [
          {
            label: text('variations.default'),
            value:
              standard.options.map(({ value }) => value).join(' / ') ||
              (standard.sku ?? text('variations.no-options')),
          },
        ]
      : []),
  ];
}
