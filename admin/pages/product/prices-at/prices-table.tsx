import { Badge, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';

import type { PricesAtDto, VariationPriceDto } from '../../../../server/contracts/prices-at';
import { Amount } from '../../../components/amount';
import { Wrapping } from '../../../components/wrapping';
import { useText } from '../../../text/use-text';
import { OfferSource } from './offer-source';
import { ShownPrice } from './shown-price';

/** Each variation with its price at the instant, and where that comes from. */
export function PricesTable({ prices }: { prices: PricesAtDto }) {
  const text = useText();
  const { variations, currency } = prices;
  const head = [
    text('prices-at.variation'),
    text('prices-at.unit-price'),
    text('prices-at.sale-price'),
    text('prices-at.price'),
    text('prices-at.source'),
  ];
  return (
    <Table
      colCount={head.length}
      rowCount={variations.length + 1}
      aria-label={text('prices-at.title')}
    >
      <Thead>
        <Tr>
          {head.map((label) => (
            <Th key={label}>
              <Typography variant="sigma" textColor="neutral600">
                {label}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {variations.map((variation) => (
          <Tr key={variation.documentId}>
            <Td>
              <Name variation={variation} />
            </Td>
            <Td>
              <OptionalAmount value={variation.unitPrice} currency={currency} />
            </Td>
            <Td>
              <OptionalAmount
                value={variation.onSale ? (variation.offer?.price ?? null) : null}
                currency={currency}
              />
            </Td>
            <Td>
              <ShownPrice variation={{ ...variation, onSale: false }} currency={currency} />
            </Td>
            <Td>
              <Wrapping>
                <OfferSource variation={variation} currency={currency} />
              </Wrapping>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Name({ variation: { options, sku, isDefault } }: { variation: VariationPriceDto }) {
  const text = useText();
  return (
    <Wrapping>
      <Flex gap={2} wrap="wrap">
        <Typography fontWeight="semiBold" textColor="neutral800">
          {options.map(({ value }) => value).join(' / ') || text('variations.no-options')}
        </Typography>
        {isDefault && <Badge size="S">{text('variations.default')}</Badge>}
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {sku ?? text('variations.no-sku')}
      </Typography>
    </Wrapping>
  );
}

function OptionalAmount({ value, currency }: { value: string | null; currency: string }) {
  return (
    <Typography textColor="neutral800">
      {value === null ? '–' : <Amount value={value} currency={currency} />}
    </Typography>
  );
}
