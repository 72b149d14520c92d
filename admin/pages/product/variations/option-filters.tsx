import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { memo, useId } from 'react';

import type { OptionFilter } from './row-order';

interface OptionFiltersProps {
  choices: readonly [type: string, values: string[]][];
  filter: OptionFilter;
  onChange: (filter: OptionFilter) => void;
}

/** Which rows are shown, by the values of their options. */
export const OptionFilters = memo(function OptionFilters({
  choices,
  filter,
  onChange,
}: OptionFiltersProps) {
  const several = choices.filter(([, values]) => values.length > 1);
  return (
    <>
      {several.map(([type, values]) => (
        <OptionType
          key={type}
          type={type}
          values={values}
          chosen={filter[type] ?? []}
          onChange={(chosen) => {
            onChange({ ...filter, [type]: chosen });
          }}
        />
      ))}
    </>
  );
});

interface OptionTypeProps {
  type: string;
  values: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

function OptionType({ type, values, chosen, onChange }: OptionTypeProps) {
  const id = useId();
  return (
    <Flex role="group" aria-labelledby={id} gap={2} alignItems="center" minWidth={0}>
      <Typography id={id} variant="pi" fontWeight="semiBold" textColor="neutral600">
        {type}
      </Typography>
      <Box maxHeight="7rem" overflow="auto" padding={1}>
        <Flex gap={1} wrap="wrap">
          {values.map((value) => {
            const isChosen = chosen.includes(value);
            return (
              <Button
                key={value}
                size="S"
                variant={isChosen ? 'secondary' : 'tertiary'}
                aria-pressed={isChosen}
                onClick={() => {
                  onChange(isChosen ? chosen.filter((one) => one !== value) : [...chosen, value]);
                }}
              >
                {value}
              </Button>
            );
          })}
        </Flex>
      </Box>
    </Flex>
  );
}
