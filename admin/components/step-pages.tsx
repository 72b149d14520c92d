import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';

import { useText } from '../text/use-text';

interface StepPagesProps {
  page: number;
  pageCount: number;
  choose: (page: number) => void;
}

/** Page by page, where the address of the window is not the place for the number. */
export function StepPages({ page, pageCount, choose }: StepPagesProps) {
  const text = useText();
  if (pageCount < 2) return null;
  return (
    <Flex tag="nav" aria-label={text('pages.title')} gap={2} justifyContent="center">
      <IconButton
        label={text('pages.previous')}
        variant="tertiary"
        disabled={page <= 1}
        onClick={() => {
          choose(page - 1);
        }}
      >
        <ChevronLeft />
      </IconButton>
      <Typography variant="pi" textColor="neutral600" aria-live="polite">
        {text('pages.place', { page, pageCount })}
      </Typography>
      <IconButton
        label={text('pages.next')}
        variant="tertiary"
        disabled={page >= pageCount}
        onClick={() => {
          choose(page + 1);
        }}
      >
        <ChevronRight />
      </IconButton>
    </Flex>
  );
}
