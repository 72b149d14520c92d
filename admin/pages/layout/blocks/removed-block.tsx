import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';

import { useText } from '../../../text/use-text';
import { BLOCK_KINDS } from '../block-kinds';
import { type DraftBlock, withChange } from '../composition';
import type { Composing } from '../use-composition';

interface RemovedBlockProps {
  block: DraftBlock;
  change: Composing['change'];
}

/** What was taken off stays in sight until it is really gone. */
export function RemovedBlock({ block, change }: RemovedBlockProps) {
  const text = useText();
  const name = block.heading ?? text(BLOCK_KINDS[block.position].title);
  return (
    <Flex
      tag="li"
      justifyContent="space-between"
      gap={2}
      padding={2}
      paddingLeft={4}
      background="neutral150"
      hasRadius
      wrap="wrap"
    >
      <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        {text(block.stage === 'draft' ? 'layout.removed.draft' : 'layout.removed.live', {
          block: name,
        })}
      </Typography>
      <Button
        variant="tertiary"
        size="S"
        startIcon={<ArrowClockwise />}
        aria-label={text('layout.put-back.named', { block: name })}
        onClick={() => {
          change((all) => withChange(all, { ...block, removed: false }));
        }}
      >
        {text('layout.put-back')}
      </Button>
    </Flex>
  );
}
