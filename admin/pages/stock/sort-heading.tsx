import { Flex, Th, Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { useQueryParams } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import { type StockAddress, sortBy } from './stock-address';

const HeadingButton = styled.button`
  display: inline-flex;
  align-items: center;
  gap: 0.4rem;
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  cursor: pointer;
`;

interface SortHeadingProps {
  column: 'sku' | 'stock' | 'title';
  isNumber?: boolean;
  children: string;
}

/** A heading that sorts by its column. */
export function SortHeading({ column, isNumber = false, children }: SortHeadingProps) {
  const [{ query: address }, setAddress] = useQueryParams<StockAddress>();
  const sort = address.sort || 'sku:asc';
  const [sorted, direction] = sort.split(':');
  const isSorted = sorted === column;
  const Caret = direction === 'desc' ? CaretDown : CaretUp;
  const order = direction === 'desc' ? 'descending' : 'ascending';
  return (
    <Th aria-sort={isSorted ? order : 'none'}>
      <Flex width="100%" justifyContent={isNumber ? 'flex-end' : 'flex-start'}>
        <HeadingButton
          type="button"
          onClick={() => {
            setAddress({ sort: sortBy(column, sort), page: 1 });
          }}
        >
          <Typography variant="sigma" textColor="neutral600">
            {children}
          </Typography>
          {isSorted && <Caret aria-hidden width="1rem" height="1rem" fill="neutral600" />}
        </HeadingButton>
      </Flex>
    </Th>
  );
}
