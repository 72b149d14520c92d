import { Flex, IconButton, Th, Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { styled } from 'styled-components';

const Words = styled.button`
  cursor: pointer;
`;

export type Direction = 'asc' | 'desc';

interface SortHeaderProps {
  title: string;
  /** What pressing it does. */
  label: string;
  align?: 'right' | undefined;
  /** null: the list is in another order. */
  sorted: Direction | null;
  /** Which way it begins. */
  first?: Direction;
  onSort: (direction: Direction) => void;
}

/** The head of a column that the list can be put in order by. */
export function SortHeader(props: SortHeaderProps) {
  const { title, label, align, sorted, first = 'desc', onSort } = props;
  const sort = () => {
    onSort(sorted === null ? first : sorted === 'asc' ? 'desc' : 'asc');
  };
  return (
    <Th
      role="columnheader"
      aria-sort={sorted === null ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
    >
      <Flex width="100%" gap={1} justifyContent={align === 'right' ? 'flex-end' : 'flex-start'}>
        <Words type="button" title={label} onClick={sort}>
          <Typography variant="sigma" textColor="neutral600">
            {title}
          </Typography>
        </Words>
        {sorted && (
          <IconButton size="XS" variant="ghost" label={label} onClick={sort}>
            {sorted === 'asc' ? <CaretUp /> : <CaretDown />}
          </IconButton>
        )}
      </Flex>
    </Th>
  );
}
