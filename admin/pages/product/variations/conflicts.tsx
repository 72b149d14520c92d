import { Button, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

import { useText } from '../../../text/use-text';

interface ConflictsProps {
  count: number;
  next: () => void;
  decide: (side: 'mine' | 'theirs') => void;
}

/** Cells that somebody else, or an order, has changed: nothing is saved before the editor has decided. */
export function Conflicts({ count, next, decide }: ConflictsProps) {
  const text = useText();
  return (
    <div role="alert">
      {count > 0 && (
        <Flex
          gap={4}
          padding={4}
          wrap="wrap"
          justifyContent="space-between"
          background="warning100"
          borderColor="warning200"
          hasRadius
        >
          <Flex gap={2} flex="1" minWidth="24rem">
            <WarningCircle aria-hidden fill="warning600" width="2rem" height="2rem" />
            <Typography textColor="warning700">
              {text('variation-table.conflicts', { count })}
            </Typography>
          </Flex>
          <Flex gap={2} wrap="wrap">
            <Button size="S" variant="tertiary" onClick={next}>
              {text('variation-table.next-conflict')}
            </Button>
            <Button
              size="S"
              variant="tertiary"
              onClick={() => {
                decide('theirs');
              }}
            >
              {text('variation-table.all-theirs')}
            </Button>
            <Button
              size="S"
              variant="secondary"
              onClick={() => {
                decide('mine');
              }}
            >
              {text('variation-table.all-mine')}
            </Button>
          </Flex>
        </Flex>
      )}
    </div>
  );
}
