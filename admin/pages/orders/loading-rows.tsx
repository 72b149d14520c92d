import { Box, Td, Tr } from '@strapi/design-system';

const ROWS = ['a', 'b', 'c', 'd', 'e'];

/** Grey bars where the rows will be, so that nothing jumps. The page says that it is busy. */
export function LoadingRows({ columns }: { columns: number }) {
  return ROWS.map((row) => (
    <Tr key={row} aria-hidden>
      {Array.from({ length: columns }, (_, column) => (
        <Td key={column}>
          <Box height="1.2rem" width="60%" minWidth="4rem" background="neutral150" hasRadius />
        </Td>
      ))}
    </Tr>
  ));
}
