import type { ReactElement } from 'react';
import { styled } from 'styled-components';

import type { Position } from '../composition';

const Sheet = styled.svg`
  flex-shrink: 0;
  width: 8rem;
  height: 5.6rem;
  background: ${({ theme }) => theme.colors.neutral100};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};

  .picture {
    fill: ${({ theme }) => theme.colors.primary200};
  }
  .word {
    fill: ${({ theme }) => theme.colors.neutral500};
  }
  .button {
    fill: ${({ theme }) => theme.colors.primary600};
  }
`;

/** A few strokes that tell one kind of block from another; the words beside it say the same. */
export function BlockDrawing({ position }: { position: Position }) {
  return (
    <Sheet viewBox="0 0 80 56" aria-hidden>
      {DRAWINGS[position]}
    </Sheet>
  );
}

const picture = (x: number, y: number, width: number, height: number) => (
  <rect key={`p${x}-${y}`} className="picture" x={x} y={y} width={width} height={height} rx="2" />
);
const word = (x: number, y: number, width: number, height = 3) => (
  <rect key={`w${x}-${y}`} className="word" x={x} y={y} width={width} height={height} rx="1" />
);
const button = (x: number, y: number) => (
  <rect key={`b${x}-${y}`} className="button" x={x} y={y} width="16" height="6" rx="2" />
);

const DRAWINGS: Record<Position, ReactElement[]> = {
  hero: [picture(4, 4, 72, 48), word(20, 18, 40, 5), word(26, 27, 28), button(32, 35)],
  featured: [
    picture(4, 4, 34, 30),
    word(44, 8, 30, 4),
    word(44, 16, 24),
    button(44, 24),
    ...[4, 23, 42, 61].map((x) => picture(x, 39, 15, 13)),
  ],
  products: [
    word(4, 5, 28, 4),
    ...[4, 30, 56].flatMap((x) => [picture(x, 14, 20, 24), word(x, 42, 16), word(x, 47, 10)]),
  ],
  categories: [
    word(4, 5, 28, 4),
    ...[4, 30, 56].flatMap((x) => [picture(x, 14, 20, 15), picture(x, 33, 20, 15)]),
  ],
  banner: [picture(4, 18, 72, 20), word(10, 25, 34, 5), button(54, 25)],
  html: [word(8, 8, 40, 4), ...[18, 25, 32, 39, 46].map((y, row) => word(8, y, row % 2 ? 52 : 64))],
};
