import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useText } from '../../../text/use-text';
import { optionShortcuts, type PicturedVariation, variationName } from './option-shortcuts';

const Columns = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr));
  gap: ${({ theme }) => theme.spaces[2]};
  overflow-wrap: anywhere;
`;

interface VariationChoiceProps {
  variations: PicturedVariation[];
  chosen: string[];
  /** The place of another picture that a variation shows; -1 when it shows none. */
  takenFrom: (variation: string) => number;
  onChange: (chosen: string[]) => void;
}

/** Variations to be ticked one by one, or all that have an option. */
export function VariationChoice({ variations, chosen, takenFrom, onChange }: VariationChoiceProps) {
  const text = useText();
  const toggle = (some: readonly string[]) => {
    const areAll = some.every((variation) => chosen.includes(variation));
    const rest = chosen.filter((variation) => !some.includes(variation));
    onChange(areAll ? rest : [...rest, ...some]);
  };
  const shortcuts = [
    {
      key: 'all',
      label: text('product-pictures.all'),
      variations: variations.map(({ documentId }) => documentId),
    },
    ...optionShortcuts(variations).map(({ type, value, variations: some }) => ({
      key: `${type} ${value}`,
      label: text('product-pictures.all-of', { option: value, count: some.length }),
      variations: some,
    })),
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex
        role="group"
        aria-label={text('product-pictures.shortcuts')}
        gap={2}
        wrap="wrap"
        justifyContent="flex-start"
      >
        {shortcuts.map(({ key, label, variations: some }) => {
          const isPressed = some.every((variation) => chosen.includes(variation));
          return (
            <Button
              key={key}
              size="S"
              variant={isPressed ? 'secondary' : 'tertiary'}
              aria-pressed={isPressed}
              onClick={() => {
                toggle(some);
              }}
            >
              {label}
            </Button>
          );
        })}
      </Flex>
      <Columns role="group" aria-label={text('variations.title')}>
        {variations.map((variation) => {
          const { documentId, sku } = variation;
          const other = takenFrom(documentId);
          return (
            <Checkbox
              key={documentId}
              checked={chosen.includes(documentId)}
              onCheckedChange={() => {
                toggle([documentId]);
              }}
            >
              {variationName(variation) ?? sku ?? text('variations.no-options')}
              {other >= 0 && (
                <Typography variant="pi" textColor="neutral600">
                  {' '}
                  {text('product-pictures.taken', { place: other + 1 })}
                </Typography>
              )}
            </Checkbox>
          );
        })}
      </Columns>
      <Typography tag="p" variant="pi" textColor="neutral600" aria-live="polite">
        {text('product-pictures.chosen', { count: chosen.length })}
      </Typography>
    </Flex>
  );
}
