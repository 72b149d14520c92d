import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { useText } from '../../../text/use-text';
import { type PicturedVariation, variationName } from './option-shortcuts';
import type { DraftPicture } from './picture-draft';
import { VariationChoice } from './variation-choice';

/** So many names fit on a card. */
const FEW = 3;

interface AssignVariationsProps {
  picture: DraftPicture;
  place: number;
  draft: DraftPicture[];
  variations: PicturedVariation[];
  isBusy: boolean;
  onAssign: (variations: string[]) => void;
}

/** Which variations show a picture instead of the product's first one. */
export function AssignVariations(props: AssignVariationsProps) {
  const { picture, place, draft, variations, isBusy, onAssign } = props;
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const names = variations
    .filter(({ documentId }) => picture.variations.includes(documentId))
    .map((variation) => variationName(variation) ?? text('variations.no-options'));
  const more = names.length - FEW;

  const open = (wanted: boolean) => {
    if (wanted) setChosen(picture.variations);
    setIsOpen(wanted);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        {names.length === 0
          ? text('product-pictures.shown-by-none')
          : text('product-pictures.shown-by', {
              names: names.slice(0, FEW).join(', '),
              more: Math.max(0, more),
            })}
      </Typography>
      <Modal.Root open={isOpen} onOpenChange={open}>
        <Modal.Trigger>
          <Button
            variant="tertiary"
            size="S"
            disabled={isBusy}
            aria-label={text('product-pictures.assign-to', { place: place + 1 })}
          >
            {text('product-pictures.assign')}
          </Button>
        </Modal.Trigger>
        <Modal.Content aria-describedby={undefined}>
          <Modal.Header closeLabel={text('dialog.close')}>
            <Modal.Title>{text('product-pictures.assign-to', { place: place + 1 })}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <VariationChoice
              variations={variations}
              chosen={chosen}
              takenFrom={(variation) =>
                draft.findIndex(
                  (other) => other.key !== picture.key && other.variations.includes(variation)
                )
              }
              onChange={setChosen}
            />
          </Modal.Body>
          <Modal.Footer>
            <Button
              variant="tertiary"
              onClick={() => {
                open(false);
              }}
            >
              {text('dialog.cancel')}
            </Button>
            <Button
              onClick={() => {
                onAssign(chosen);
                open(false);
              }}
            >
              {text('product-pictures.assign-done')}
            </Button>
          </Modal.Footer>
        </Modal.Content>
      </Modal.Root>
    </Flex>
  );
}
