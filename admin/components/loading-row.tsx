import { Box, Td, Tr } from '@strapi/design-system';

/** Grey bars where the rows will be, so that nothing jumps. The page says that it is busy. */
export function LoadingRow({ columns }: { columns: number }) {
  return (
    <Tr aria-hidden>
      {Array.from({ length: columns }, (_, column) => (
        <Td key={column}>
          <Box height="1.2rem" width="60%" minWidth="3rem" background="neutral150" hasRadius />
        </Td>
      ))}
    </Tr>
  );
}
