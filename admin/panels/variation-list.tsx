import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';

import { UIDS } from '../../content-types/uids';
import { useFindShopQuery } from '../api/shop';
import type { VariationRow } from '../api/variations';
import { useText } from '../text/use-text';
import type { OptionNames } from './use-option-names';
import { VariationPrice } from './variation-price';
import { optionWords } from './variation-words';

/** Many variations scroll in their own box: the product's other panels stay near. */
const List = styled(Flex)`
  max-height: 44rem;
  overflow-y: auto;

  li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

interface VariationListProps {
  rows: VariationRow[];
  names: OptionNames;
  /** The words of the options are not there yet. */
  isLoading: boolean;
  label: string;
}

export function VariationList({ rows, names, isLoading, label }: VariationListProps) {
  return (
    <List tag="ul" direction="column" alignItems="stretch" aria-label={label}>
      {rows.map((row) => (
        <Variation key={row.documentId} row={row} names={names} isLoading={isLoading} />
      ))}
    </List>
  );
}

type VariationProps = Pick<VariationListProps, 'names' | 'isLoading'> & { row: VariationRow };

function Variation({ row, names, isLoading }: VariationProps) {
  const text = useText();
  const intl = useIntl();
  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={1} paddingTop={2} paddingBottom={2}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={2}>
        <Link
          tag={NavLink}
          to={`/content-manager/collection-types/${UIDS.productVariation}/${row.documentId}`}
        >
          {isLoading ? '…' : <Name row={row} names={names} />}
        </Link>
        {row.isDefault && <Badge size="S">{text('variations.default')}</Badge>}
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {row.sku ?? text('variations.no-sku')}
      </Typography>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={2}>
        <Box>
          <VariationPrice row={row} />
        </Box>
        <Typography
          variant="pi"
          textColor={row.stock === 0 ? 'danger600' : 'neutral600'}
          style={{ whiteSpace: 'nowrap' }}
        >
          {row.stock === null
            ? text('variations.not-counted')
            : text('variations.stock', { count: row.stock, number: intl.formatNumber(row.stock) })}
        </Typography>
      </Flex>
    </Flex>
  );
}

/** "Red / M": the values alone, since the panel is narrow; the types are in the hint. */
function Name({ row, names }: Pick<VariationProps, 'row' | 'names'>) {
  const text = useText();
  const { data: shop } = useFindShopQuery(undefined);
  const words = optionWords(row, names, shop?.optionTypes ?? []);
  if (words === null) {
    return text(row.optionKey ? 'variations.hidden-options' : 'variations.no-options');
  }
  return (
    <span title={words.map(({ type, name }) => `${type}: ${name}`).join(', ')}>
      {words.map(({ name }) => name).join(' / ')}
    </span>
  );
}
