import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useId } from 'react';
import { useIntl } from 'react-intl';

import type { BlockElsewhereDto } from '../../../../server/contracts/layout';
import { languageName } from '../../../text/language-name';
import { useText } from '../../../text/use-text';
import { BLOCK_KINDS } from '../block-kinds';
import { type DraftBlock, takenOver } from '../composition';
import type { Composing } from '../use-composition';

interface ElsewhereBlocksProps {
  blocks: DraftBlock[];
  elsewhere: BlockElsewhereDto[];
  change: Composing['change'];
}

/** Blocks that another language of the page has: taken over, they are there to be translated. */
export function ElsewhereBlocks({ blocks, elsewhere, change }: ElsewhereBlocksProps) {
  const text = useText();
  const intl = useIntl();
  const id = useId();
  const offered = elsewhere.filter(({ documentId }) =>
    blocks.every(({ key }) => key !== documentId)
  );
  if (offered.length === 0) return null;
  const takeOver = (taken: BlockElsewhereDto[]) => {
    change((all) => [...all, ...taken.map(takenOver)]);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingTop={2}>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Typography tag="h3" variant="omega" fontWeight="bold" id={id}>
          {text('layout.elsewhere')}
        </Typography>
        <Button
          variant="tertiary"
          size="S"
          onClick={() => {
            takeOver(offered);
          }}
        >
          {text('layout.take-over-all')}
        </Button>
      </Flex>
      <Flex tag="ul" aria-labelledby={id} direction="column" alignItems="stretch" gap={2}>
        {offered.map((block) => {
          const name = block.heading ?? text(BLOCK_KINDS[block.position].title);
          return (
            <Flex
              key={block.documentId}
              tag="li"
              justifyContent="space-between"
              gap={2}
              padding={2}
              paddingLeft={4}
              borderColor="neutral200"
              hasRadius
            >
              <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
                {`${name} · ${languageName(block.locale, intl.locale)}`}
              </Typography>
              <Button
                variant="tertiary"
                size="S"
                startIcon={<Plus />}
                aria-label={text('layout.take-over.named', { block: name })}
                onClick={() => {
                  takeOver([block]);
                }}
              >
                {text('layout.take-over')}
              </Button>
            </Flex>
          );
        })}
      </Flex>
    </Flex>
  );
}
