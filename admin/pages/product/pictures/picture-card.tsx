import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import {
  Badge,
  Box,
  Button,
  Field,
  Flex,
  IconButton,
  Textarea,
  Typography,
} from '@strapi/design-system';
import { ArrowLeft, ArrowRight, Drag, Trash } from '@strapi/icons';
import { styled } from 'styled-components';

import { useText } from '../../../text/use-text';
import { AssignVariations } from './assign-variations';
import type { PicturedVariation } from './option-shortcuts';
import {
  assignVariations,
  changePicture,
  type DraftPicture,
  listPicture,
  removePicture,
} from './picture-draft';
import { PicturePreview } from './picture-preview';

const Item = styled.li<{ $isDragging: boolean }>`
  position: relative;
  z-index: ${({ $isDragging }) => ($isDragging ? 1 : 'auto')};
  opacity: ${({ $isDragging }) => ($isDragging ? 0.7 : 1)};

  @media (prefers-reduced-motion: reduce) {
    transition: none !important;
  }
`;

interface PictureCardProps {
  picture: DraftPicture;
  place: number;
  /** Of the product's own list. */
  count: number;
  /** Lists show this one. */
  isFace: boolean;
  draft: DraftPicture[];
  variations: PicturedVariation[];
  /** The list stays as it is. */
  isLocked: boolean;
  isBusy: boolean;
  onMove: (key: string, to: number) => void;
  onChange: (draft: DraftPicture[]) => void;
}

export function PictureCard(props: PictureCardProps) {
  const { picture, place, count, isFace, draft, variations, isLocked, isBusy, onMove, onChange } =
    props;
  const text = useText();
  const { key, listed, description } = picture;
  const {
    attributes,
    listeners,
    setNodeRef,
    setActivatorNodeRef,
    transform,
    transition,
    isDragging,
  } = useSortable({ id: key, disabled: isLocked || !listed });
  const name = description || (picture.file?.name ?? text('product-pictures.no-file'));
  const number = { place: place + 1 };

  return (
    <Item
      ref={setNodeRef}
      $isDragging={isDragging}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      aria-label={text('product-pictures.place', { place: place + 1, count, name })}
    >
      <Flex
        direction="column"
        alignItems="stretch"
        height="100%"
        background="neutral0"
        borderColor="neutral150"
        shadow="tableShadow"
        overflow="hidden"
        hasRadius
      >
        <Box position="relative">
          <PicturePreview file={picture.file} />
          <Box position="absolute" top="0.8rem" left="0.8rem">
            <Flex gap={1}>
              {isFace && <Badge active>{text('product-pictures.first')}</Badge>}
              {!listed && <Badge>{text('product-pictures.only-variations')}</Badge>}
            </Flex>
          </Box>
        </Box>
        <Flex direction="column" alignItems="stretch" gap={4} padding={4}>
          <Flex justifyContent="space-between" gap={1}>
            {listed ? (
              <Flex gap={1}>
                <IconButton
                  ref={setActivatorNodeRef}
                  {...attributes}
                  {...listeners}
                  label={text('product-pictures.drag', number)}
                  disabled={isLocked || count < 2}
                >
                  <Drag />
                </IconButton>
                <IconButton
                  label={text('product-pictures.earlier', number)}
                  disabled={isLocked || place === 0}
                  onClick={() => {
                    onMove(key, place - 1);
                  }}
                >
                  <ArrowLeft />
                </IconButton>
                <IconButton
                  label={text('product-pictures.later', number)}
                  disabled={isLocked || place >= count - 1}
                  onClick={() => {
                    onMove(key, place + 1);
                  }}
                >
                  <ArrowRight />
                </IconButton>
              </Flex>
            ) : (
              <Button
                size="S"
                variant="tertiary"
                disabled={isLocked}
                onClick={() => {
                  onChange(listPicture(draft, key));
                }}
              >
                {text('product-pictures.list-it')}
              </Button>
            )}
            <IconButton
              label={text('product-pictures.remove', number)}
              disabled={isBusy || (isLocked && listed)}
              onClick={() => {
                onChange(removePicture(draft, key));
              }}
            >
              <Trash />
            </IconButton>
          </Flex>
          <Field.Root name={`description-${key}`} hint={text('product-pictures.description-hint')}>
            <Field.Label>{text('product-pictures.description')}</Field.Label>
            <Textarea
              value={description}
              disabled={isBusy}
              maxLength={255}
              onChange={({ target }: { target: { value: string } }) => {
                onChange(
                  changePicture(draft, key, { description: target.value.replace(/\s+/g, ' ') })
                );
              }}
            />
            <Field.Hint />
          </Field.Root>
          {variations.length > 1 || picture.variations.length > 0 ? (
            <AssignVariations
              picture={picture}
              place={place}
              draft={draft}
              variations={variations}
              isBusy={isBusy}
              onAssign={(chosen) => {
                onChange(assignVariations(draft, key, chosen));
              }}
            />
          ) : (
            <Typography variant="pi" textColor="neutral600">
              {text('product-pictures.one-variation')}
            </Typography>
          )}
        </Flex>
      </Flex>
    </Item>
  );
}
