import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { PlannedVariationDto } from '../../../server/contracts/product-panel';
import { useText } from '../../text/use-text';

/** So many are read at a glance; more are folded. */
const FEW = 8;

const Names = styled(Flex)`
  max-height: 20rem;
  overflow-y: auto;
  overflow-wrap: anywhere;
`;

interface PlannedNamesProps {
  label: string;
  note?: string;
  variations: PlannedVariationDto[];
  tone: 'success600' | 'warning600' | 'neutral600';
}

/** One part of a plan: how many variations, and which. */
export function PlannedNames({ label, note, variations, tone }: PlannedNamesProps) {
  if (variations.length === 0) return null;
  const isShort = variations.length <= FEW && tone !== 'neutral600';
  return (
    <Box>
      <Box tag="details" open={isShort}>
        <Typography
          tag="summary"
          variant="pi"
          fontWeight="semiBold"
          textColor={tone}
          cursor="pointer"
        >
          {label}
        </Typography>
        <Names tag="ul" direction="column" alignItems="stretch" gap={1} paddingTop={1}>
          {variations.map((variation, index) => (
            <li key={variation.sku ?? index}>
              <PlannedName variation={variation} />
            </li>
          ))}
        </Names>
      </Box>
      {note && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {note}
        </Typography>
      )}
    </Box>
  );
}

function PlannedName({ variation: { options, sku } }: { variation: PlannedVariationDto }) {
  const text = useText();
  const name = options.map(({ value }) => value).join(' / ');
  return (
    <>
      <Typography tag="span" variant="pi" textColor="neutral800">
        {name || text('variations.no-options')}
      </Typography>{' '}
      {sku && (
        <Typography tag="span" variant="pi" textColor="neutral600">
          {sku}
        </Typography>
      )}
    </>
  );
}
