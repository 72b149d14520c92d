import { Box, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { AdminOrderDto } from '../../server/contracts/orders';
import { useText } from '../text/use-text';
import { Picture } from './picture';
import { wholeUnits } from './whole-units';

type Item = AdminOrderDto['items'][number];

/** Without the browser's little arrows, which are white on dark; the arrow keys do the same. */
const Small = styled(Box)`
  width: 7rem;

  input {
    appearance: textfield;
  }

  input::-webkit-inner-spin-button {
    appearance: none;
  }
`;

interface UnitsFieldProps {
  item: Item;
  most: number;
  value: number;
  onChange: (units: number) => void;
}

/** How many units of an order's item are meant. */
export function UnitsField({ item, most, value, onChange }: UnitsFieldProps) {
  const text = useText();
  const { id, image, description, options, sku } = item;
  const details = [...options.map((option) => option.value), ...(sku ? [sku] : [])].join(' · ');
  return (
    <Flex tag="li" gap={4} justifyContent="space-between">
      <Flex gap={3} minWidth={0}>
        <Picture image={image} />
        <Box minWidth={0}>
          <Typography
            tag="p"
            textColor="neutral800"
            fontWeight="semiBold"
            style={{ overflowWrap: 'anywhere' }}
          >
            {description}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {details}
          </Typography>
        </Box>
      </Flex>
      <Flex gap={2} shrink={0}>
        <Small>
          <Field.Root name={`units-${id}`}>
            <TextInput
              type="number"
              inputMode="numeric"
              min={0}
              max={most}
              step={1}
              aria-label={text('units.of', { item: [description, details].join(', ') })}
              value={value}
              onChange={({ target }) => {
                onChange(wholeUnits(target.value, most));
              }}
            />
          </Field.Root>
        </Small>
        <Typography textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
          {text('units.most', { count: most })}
        </Typography>
      </Flex>
    </Flex>
  );
}
