import { styled } from 'styled-components';

/** Fields beside each other where there is room, and below each other where there is none. */
export const Columns = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr));
  gap: ${({ theme }) => theme.spaces[5]};
  align-items: start;
`;
