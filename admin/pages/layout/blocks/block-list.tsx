import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useId, useState } from 'react';

import type { BlockElsewhereDto } from '../../../../server/contracts/layout';
import { useKeptFocus } from '../../../components/use-kept-focus';
import { useText } from '../../../text/use-text';
import { type DraftBlock, withMove } from '../composition';
import { EditBlock } from '../edit/edit-block';
import { useBlockRights } from '../use-block-rights';
import type { Composing } from '../use-composition';
import type { Views } from '../use-views';
import { AddBlock } from './add-block';
import { BlockCard } from './block-card';
import { ElsewhereBlocks } from './elsewhere-blocks';
import { RemovedBlock } from './removed-block';
import { useAnnouncements } from './use-announcements';

interface BlockListProps {
  composing: Composing;
  locale: string;
  elsewhere: BlockElsewhereDto[];
  views: Views;
}

/** The blocks of the page from top to bottom: dragged, or moved by keyboard or buttons. */
export function BlockList({ composing, locale, elsewhere, views }: BlockListProps) {
  const text = useText();
  const id = useId();
  const { blocks, change, faults } = composing;
  const rights = useBlockRights(locale);
  const [editing, setEditing] = useState<DraftBlock | null>(null);
  const keptFocus = useKeptFocus<HTMLDivElement>();
  const kept = blocks.filter(({ removed }) => !removed);
  const announcements = useAnnouncements(kept);
  const sensors = useSensors(
    // A click on the handle is no drag.
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates })
  );

  const drop = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) {
      change((all) => withMove(all, String(active.id), String(over.id)));
    }
  };

  return (
    <Flex
      tag="section"
      aria-labelledby={id}
      {...keptFocus}
      direction="column"
      alignItems="stretch"
      gap={3}
      minWidth={0}
    >
      <Flex justifyContent="space-between" gap={2} minHeight="3.2rem">
        <Typography tag="h2" variant="delta" id={id}>
          {text('layout.blocks')}
        </Typography>
        {rights.mayCreate && kept.length > 0 && <AddBlock onAdd={setEditing} />}
      </Flex>
      {kept.length === 0 && (
        <EmptyStateLayout
          hasRadius
          icon={<EmptyDocuments width="16rem" />}
          content={text('layout.none')}
          action={rights.mayCreate ? <AddBlock onAdd={setEditing} /> : undefined}
        />
      )}
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        accessibility={announcements}
        onDragEnd={drop}
      >
        <SortableContext items={kept.map(({ key }) => key)} strategy={verticalListSortingStrategy}>
          <Flex tag="ol" direction="column" alignItems="stretch" gap={2} aria-labelledby={id}>
            {blocks.map((block) =>
              block.removed ? (
                <RemovedBlock key={block.key} block={block} change={change} />
              ) : (
                <BlockCard
                  key={block.key}
                  block={block}
                  place={kept.indexOf(block)}
                  kept={kept}
                  view={views.get(block.key)}
                  faults={faults.filter(({ key }) => key === block.key)}
                  rights={rights}
                  change={change}
                  onEdit={() => {
                    setEditing(block);
                  }}
                />
              )
            )}
          </Flex>
        </SortableContext>
      </DndContext>
      {rights.mayCreate && (
        <ElsewhereBlocks blocks={blocks} elsewhere={elsewhere} change={change} />
      )}
      {editing && (
        <EditBlock
          block={editing}
          locale={locale}
          rights={rights}
          faults={faults.filter(({ key }) => key === editing.key)}
          onClose={() => {
            setEditing(null);
          }}
          onDone={(block) => {
            change((all) =>
              all.some(({ key }) => key === block.key)
                ? all.map((one) => (one.key === block.key ? block : one))
                : [...all, block]
            );
            setEditing(null);
          }}
        />
      )}
    </Flex>
  );
}
