import { Flex, Th, Typography } from '@strapi/design-system';

/** The head of a column. */
export function PlainHeader({ title, align }: { title: string; align?: 'right' | undefined }) {
  return (
    <Th>
      <Flex width="100%" justifyContent={align === 'right' ? 'flex-end' : 'flex-start'}>
        <Typography variant="sigma" textColor="neutral600">
          {title}
        </Typography>
      </Flex>
    </Th>
  );
}
