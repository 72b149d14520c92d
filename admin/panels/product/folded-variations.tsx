import { Box, Loader, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { useFindVariationsQuery } from '../../api/variations';
import { useText } from '../../text/use-text';
import { useOptionNames } from '../use-option-names';
import { VariationList } from '../variation-list';

interface FoldedVariationsProps {
  product: string;
  label: string;
  retired: boolean;
}

/** Variations by name, each a step away from its own form; read when somebody wants to see them. */
export function FoldedVariations({ product, label, retired }: FoldedVariationsProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Box
      tag="details"
      onToggle={({ currentTarget }: React.SyntheticEvent<HTMLDetailsElement>) => {
        setIsOpen(currentTarget.open);
      }}
    >
      <Typography tag="summary" variant="pi" textColor="neutral600" cursor="pointer">
        {label}
      </Typography>
      {isOpen && <Unfolded {...{ product, label, retired }} />}
    </Box>
  );
}

function Unfolded({ product, label, retired }: FoldedVariationsProps) {
  const text = useText();
  const { data, isError } = useFindVariationsQuery({ product, retired });
  const rows = data?.results ?? [];
  const { names, isLoading } = useOptionNames(rows);
  const more = data ? data.pagination.total - rows.length : 0;
  return (
    <Box paddingTop={2}>
      {!data && !isError && <Loader small>{text('loading')}</Loader>}
      {isError && (
        <Typography tag="p" variant="pi" textColor="danger600">
          {text('error.load', { reason: '' })}
        </Typography>
      )}
      <VariationList rows={rows} names={names} isLoading={isLoading} label={label} />
      {more > 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text('variations.more', { count: more })}
        </Typography>
      )}
    </Box>
  );
}
