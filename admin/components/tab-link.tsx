import { Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

/** Looks like one of the host's tabs, and is a place with an address: `aria-current` says where one is. */
export const TabLink = styled(Link)`
  display: block;
  padding: 0.8rem 1.2rem;
  margin-bottom: -1px;
  font-size: 1.4rem;
  line-height: 1.43;
  color: ${({ theme }) => theme.colors.neutral600};
  text-decoration: none;
  border-bottom: 2px solid transparent;

  &:hover {
    color: ${({ theme }) => theme.colors.neutral800};
  }

  &[aria-current='page'] {
    color: ${({ theme }) => theme.colors.primary600};
    font-weight: 600;
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** Ways to see the same list. */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Flex
      tag="nav"
      aria-label={label}
      wrap="wrap"
      marginBottom={4}
      borderColor="neutral200"
      borderWidth="0 0 1px 0"
      borderStyle="solid"
    >
      {children}
    </Flex>
  );
}
