import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';

/** In a cell of a table, whose texts the host keeps on one line: long ones take lines here, not the page's width. */
export const Wrapping = styled(Box)`
  white-space: normal;
  overflow-wrap: anywhere;

  * {
    white-space: normal;
  }
`;
