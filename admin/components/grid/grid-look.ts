import { css, styled } from 'styled-components';

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

export const GridTable = styled.table`
  width: 100%;
  border-collapse: separate;
  border-spacing: 0;
  table-layout: fixed;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  color: ${({ theme }) => theme.colors.neutral800};
  user-select: none;
  cursor: cell;
`;

const still = css`
  background: ${({ theme }) => theme.colors.neutral100};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-right: 1px solid ${({ theme }) => theme.colors.neutral150};
  text-align: left;
  font-weight: ${({ theme }) => theme.fontWeights.regular};
`;

export const ColumnHeader = styled.th<{ $align: string | undefined; $isCorner?: boolean }>`
  ${still}
  position: sticky;
  top: 0;
  left: ${({ $isCorner }) => ($isCorner ? 0 : 'auto')};
  z-index: ${({ $isCorner }) => ($isCorner ? 4 : 3)};
  height: 4rem;
  padding: 0 ${({ theme }) => theme.spaces[2]};
  text-align: ${({ $align }) => $align ?? 'left'};
  cursor: default;
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

export const RowHeader = styled.th`
  ${still}
  position: sticky;
  left: 0;
  z-index: 2;
  padding: 0 ${({ theme }) => theme.spaces[3]};
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;

interface CellLook {
  $align: string | undefined;
  $isActive: boolean;
  $isSelected: boolean;
  $isChanged: boolean;
  $isWrong: boolean;
  $isDisputed: boolean;
}

export const Cell = styled.td<CellLook>`
  position: relative;
  height: 4.4rem;
  padding: 0 ${({ theme }) => theme.spaces[2]};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-right: 1px solid ${({ theme }) => theme.colors.neutral150};
  text-align: ${({ $align }) => $align ?? 'left'};
  white-space: nowrap;
  font-feature-settings: 'tnum';
  background: ${({ theme, $isSelected, $isWrong, $isDisputed, $isChanged }) =>
    $isWrong
      ? theme.colors.danger100
      : $isDisputed
        ? theme.colors.warning100
        : $isSelected
          ? theme.colors.primary100
          : $isChanged
            ? theme.colors.secondary100
            : theme.colors.neutral0};
  color: ${({ theme, $isWrong }) => ($isWrong ? theme.colors.danger700 : 'inherit')};
  outline: none;
  box-shadow: ${({ theme, $isActive, $isSelected }) =>
    $isActive
      ? `inset 0 0 0 2px ${theme.colors.primary600}`
      : $isSelected
        ? `inset 0 0 0 1px ${theme.colors.primary200}`
        : 'none'};

  /* A changed cell is told from the others without its colour, too. */
  &::before {
    content: ${({ $isChanged }) => ($isChanged ? "''" : 'none')};
    position: absolute;
    top: 0;
    right: 0;
    border: 0.4rem solid transparent;
    border-top-color: ${({ theme }) => theme.colors.secondary600};
    border-right-color: ${({ theme }) => theme.colors.secondary600};
  }
`;

export const Theirs = styled.span`
  display: block;
  font-size: ${({ theme }) => theme.fontSizes[0]};
  color: ${({ theme }) => theme.colors.warning700};
`;

export const CellInput = styled.input<{ $align: string | undefined }>`
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
  text-align: ${({ $align }) => $align ?? 'left'};
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
