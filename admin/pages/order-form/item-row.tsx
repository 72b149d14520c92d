import { Box, Field, Flex, IconButton, TextInput, Typography } from '@strapi/design-system';
import { ArrowClockwise, Trash } from '@strapi/icons';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

import { useText } from '../../text/use-text';
import { Thing } from './thing';
import { thingName } from './thing-words';

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

interface ItemRowProps {
  id: string;
  thing: Parameters<typeof Thing>[0]['thing'];
  /** What stands below its name, such as its price. */
  facts: ReactNode;
  /** As it is typed. */
  quantity: string;
  least?: number;
  error: string | undefined;
  /** What it costs with this quantity. */
  total: ReactNode;
  isRemoved?: boolean;
  onQuantity: (typed: string) => void;
  onRemove: () => void;
  /** Takes the removal back. */
  onKeep?: () => void;
}

/** An item of an order that is being made or changed. */
export function ItemRow(props: ItemRowProps) {
  const { id, thing, facts, quantity, least = 1, error, total, isRemoved = false } = props;
  const text = useText();
  const name = thingName(thing);
  return (
    <Box
      tag="li"
      paddingTop={3}
      paddingBottom={3}
      borderColor="neutral150"
      borderStyle="solid"
      borderWidth="0 0 1px 0"
    >
      <Field.Root name={`quantity-${id}`} error={error}>
        <Flex gap={3} wrap="wrap" justifyContent="space-between">
          <Box style={{ flex: '1 1 20rem', opacity: isRemoved ? 0.5 : 1 }} minWidth={0}>
            <Thing thing={thing}>{facts}</Thing>
          </Box>
          <Flex gap={3} shrink={0}>
            <Small>
              <TextInput
                type="number"
                inputMode="numeric"
                min={least}
                step={1}
                aria-label={text('order-item.quantity-of', { item: name })}
                disabled={isRemoved}
                value={isRemoved ? '0' : quantity}
                onChange={({ target }) => {
                  props.onQuantity(target.value);
                }}
              />
            </Small>
            <Box minWidth="8rem" style={{ textAlign: 'right' }}>
              <Typography textColor="neutral800" fontWeight="semiBold">
                {total}
              </Typography>
            </Box>
            {isRemoved ? (
              <IconButton
                label={text('order-item.keep', { item: name })}
                variant="tertiary"
                onClick={props.onKeep}
              >
                <ArrowClockwise />
              </IconButton>
            ) : (
              <IconButton
                label={text('order-item.remove', { item: name })}
                variant="tertiary"
                onClick={props.onRemove}
              >
                <Trash />
              </IconButton>
            )}
          </Flex>
        </Flex>
        <Field.Error />
      </Field.Root>
    </Box>
  );
}
