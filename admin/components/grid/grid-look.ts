import { styled } from 'styled-components';

/** Scrolls in both directions; what stands still is left out when a cell is brought into view. */
export const Scroller = styled.div<{ $headerWidth: number }>`
  position: relative;
  max-height: max(32rem, calc(100vh - 34rem));
  overflow: auto;
  overscroll-behavior-x: contain;
  scroll-padding: 4.4rem 1rem 1rem ${({ $headerWidth }) => $headerWidth + 1}rem;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

/**
 * The look of all cells stands here, once: what a cell is, its attributes say. A component with styles of its own for
 * each of two thousand cells would make every key slow.
 */
export const GridTable = styled.table`
  width: 100%;
  border-collapse: separate;
  border-spacing: 0;
  table-layout: fixed;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  color: ${({ theme }) => theme.colors.neutral800};
  user-select: none;
  cursor: cell;

  th,
  td {
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    border-right: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: left;
    white-space: nowrap;
  }

  [data-align='right'] {
    text-align: right;
  }

  [data-align='center'] {
    text-align: center;
  }

  th {
    position: sticky;
    background: ${({ theme }) => theme.colors.neutral100};
    font-weight: ${({ theme }) => theme.fontWeights.regular};
    overflow: hidden;
    text-overflow: ellipsis;
  }

  thead th {
    top: 0;
    z-index: 3;
    height: 4rem;
    padding: 0 ${({ theme }) => theme.spaces[1]};
    cursor: default;
  }

  tbody th {
    left: 0;
    z-index: 2;
    padding: 0 ${({ theme }) => theme.spaces[3]};
  }

  thead th:first-child {
    left: 0;
    z-index: 4;
    padding-left: ${({ theme }) => theme.spaces[2]};
  }

  td {
    position: relative;
    height: 4.4rem;
    padding: 0 ${({ theme }) => theme.spaces[2]};
    background: ${({ theme }) => theme.colors.neutral0};
    font-feature-settings: 'tnum';
    outline: none;
  }

  td[data-changed] {
    background: ${({ theme }) => theme.colors.secondary100};
  }

  /* A changed cell is told from the others without its colour, too. */
  td[data-changed]::before {
    content: '';
    position: absolute;
    top: 0;
    right: 0;
    border: 0.4rem solid transparent;
    border-top-color: ${({ theme }) => theme.colors.secondary600};
    border-right-color: ${({ theme }) => theme.colors.secondary600};
  }

  td[aria-selected='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    box-shadow: inset 0 0 0 1px ${({ theme }) => theme.colors.primary200};
  }

  td[data-disputed] {
    background: ${({ theme }) => theme.colors.warning100};
  }

  td[aria-invalid] {
    background: ${({ theme }) => theme.colors.danger100};
    color: ${({ theme }) => theme.colors.danger700};
  }

  td[tabindex='0'] {
    box-shadow: inset 0 0 0 2px ${({ theme }) => theme.colors.primary600};
  }
`;

export const SortButton = styled.button`
  display: inline-flex;
  align-items: center;
  gap: 0.4rem;
  max-width: 100%;
  padding: 0.4rem;
  color: ${({ theme }) => theme.colors.neutral600};
  font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  font-size: ${({ theme }) => theme.fontSizes[1]};

  svg {
    flex: none;
    width: 0.8rem;
    height: 0.8rem;
  }
`;

export const Theirs = styled.span`
  display: block;
  font-size: ${({ theme }) => theme.fontSizes[0]};
  color: ${({ theme }) => theme.colors.warning700};
`;

export const CellInput = styled.input`
  position: absolute;
  inset: 2px;
  z-index: 1;
  width: calc(100% - 4px);
  padding: 0 0.6rem;
  border: none;
  outline: none;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  text-align: inherit;
  cursor: text;
  user-select: text;
`;

/** What is pulled down to fill the cells below. */
export const Handle = styled.span`
  position: absolute;
  right: -1px;
  bottom: -1px;
  z-index: 1;
  width: 1rem;
  height: 1rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral0};
  background: ${({ theme }) => theme.colors.primary600};
  cursor: crosshair;
  touch-action: none;
`;
