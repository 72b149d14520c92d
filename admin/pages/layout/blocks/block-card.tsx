import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Badge, Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Drag, Duplicate, Pencil } from '@strapi/icons';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';

import type { BlockViewDto } from '../../../../server/contracts/layout';
import { useText } from '../../../text/use-text';
import { BLOCK_KINDS } from '../block-kinds';
import { type DraftBlock, withChange, withCopy, withMove } from '../composition';
import type { BlockFault } from '../faults';
import type { BlockRights } from '../use-block-rights';
import type { Composing } from '../use-composition';
import { BlockPicture } from './block-picture';
import { BlockStateWords } from './block-state-words';
import { RemoveBlock } from './remove-block';
import { VisibleSwitch } from './visible-switch';

const Item = styled.li`
  position: relative;
  list-style: none;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};

  &[data-dragged='true'] {
    z-index: 1;
    box-shadow: ${({ theme }) => theme.shadows.popupShadow};
  }

  @media (prefers-reduced-motion: reduce) {
    transition: none !important;
  }
`;

interface BlockCardProps {
  block: DraftBlock;
  place: number;
  /** All that stand on the page, for its neighbours. */
  kept: readonly DraftBlock[];
  view: BlockViewDto | undefined;
  faults: BlockFault[];
  rights: BlockRights;
  change: Composing['change'];
  onEdit: () => void;
}

export function BlockCard(props: BlockCardProps) {
  const { block, place, kept, view, faults, rights, change, onEdit } = props;
  const text = useText();
  const kind = text(BLOCK_KINDS[block.position].title);
  const name = block.heading ?? kind;
  const mayMove = rights.mayEdit('sortOrder', false);
  const sortable = useSortable({ id: block.key, disabled: !mayMove });
  const { transform, transition } = sortable;
  const move = (to: number) => {
    const neighbour = kept[to];
    if (neighbour) change((all) => withMove(all, block.key, neighbour.key));
  };

  return (
    <Item
      ref={sortable.setNodeRef}
      data-dragged={sortable.isDragging}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <Flex gap={3} padding={3} alignItems="flex-start">
        {mayMove && (
          <IconButton
            ref={sortable.setActivatorNodeRef}
            {...sortable.attributes}
            {...sortable.listeners}
            tag="div"
            label={text('layout.move.named', { block: name })}
            variant="ghost"
            style={{ cursor: 'grab', touchAction: 'none' }}
          >
            <Drag />
          </IconButton>
        )}
        <BlockPicture block={block} view={view} />
        <Flex direction="column" alignItems="flex-start" gap={1} grow={1} minWidth={0}>
          <Typography tag="h3" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          <Flex gap={2} wrap="wrap">
            <Typography variant="pi" textColor="neutral600">
              {kind}
            </Typography>
            <StageBadge stage={block.stage} />
          </Flex>
          <BlockStateWords block={block} view={view} />
          {faults.map(({ field, words }) => (
            <Typography key={field} role="alert" variant="pi" textColor="danger600">
              {text(words)}
            </Typography>
          ))}
          <Flex gap={1} wrap="wrap" paddingTop={1}>
            <VisibleSwitch
              name={name}
              isVisible={block.visible}
              disabled={!rights.mayEdit('visible', block.stage === null)}
              onChange={(visible) => {
                change((all) => withChange(all, { ...block, visible }));
              }}
            />
            <Act
              label={text('layout.edit.named', { block: name })}
              isOffered={rights.mayUpdate || block.stage === null}
              onClick={onEdit}
            >
              <Pencil />
            </Act>
            <Act
              label={text('layout.up.named', { block: name })}
              isOffered={mayMove}
              disabled={place === 0}
              onClick={() => {
                move(place - 1);
              }}
            >
              <ArrowUp />
            </Act>
            <Act
              label={text('layout.down.named', { block: name })}
              isOffered={mayMove}
              disabled={place === kept.length - 1}
              onClick={() => {
                move(place + 1);
              }}
            >
              <ArrowDown />
            </Act>
            <Act
              label={text('layout.duplicate.named', { block: name })}
              isOffered={rights.mayCreate}
              onClick={() => {
                change((all) => withCopy(all, block.key));
              }}
            >
              <Duplicate />
            </Act>
            {(rights.mayDelete || block.stage === null) && (
              <RemoveBlock block={block} name={name} change={change} />
            )}
          </Flex>
        </Flex>
      </Flex>
    </Item>
  );
}

interface ActProps {
  label: string;
  isOffered: boolean;
  disabled?: boolean;
  onClick: () => void;
  children: ReactElement;
}

function Act({ label, isOffered, disabled = false, onClick, children }: ActProps) {
  if (!isOffered) return null;
  return (
    <IconButton label={label} variant="ghost" disabled={disabled} onClick={onClick}>
      {children}
    </IconButton>
  );
}

/** Whether shoppers see it like this. What they do needs no badge. */
function StageBadge({ stage }: { stage: DraftBlock['stage'] }) {
  const text = useText();
  if (stage === 'published') return null;
  const [words, tone] =
    stage === 'modified'
      ? (['layout.stage.modified', 'alternative'] as const)
      : stage === 'draft'
        ? (['layout.stage.draft', 'secondary'] as const)
        : (['layout.stage.new', 'primary'] as const);
  return (
    <Box>
      <Badge size="S" backgroundColor={`${tone}100`} textColor={`${tone}700`}>
        {text(words)}
      </Badge>
    </Box>
  );
}
