import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { Picture } from '../../components/picture';
import { thingDetails } from './thing-words';

interface ThingProps {
  thing: Pick<AdminOrderDto['items'][number], 'description' | 'options' | 'sku' | 'image'>;
  /** A line below, such as its price. */
  children?: ReactNode;
}

/** What is sold, with its picture. */
export function Thing({ thing, children }: ThingProps) {
  return (
    <Flex gap={3} minWidth={0} alignItems="flex-start" grow={1} basis="20rem">
      <Picture image={thing.image} />
      <Box minWidth={0}>
        <Typography
          tag="p"
          textColor="neutral800"
          fontWeight="semiBold"
          style={{ overflowWrap: 'anywhere' }}
        >
          {thing.description}
        </Typography>
        <Typography
          tag="p"
          variant="pi"
          textColor="neutral600"
          style={{ overflowWrap: 'anywhere' }}
        >
          {thingDetails(thing)}
        </Typography>
        {children}
      </Box>
    </Flex>
  );
}
