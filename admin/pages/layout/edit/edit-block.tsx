import { Button, Flex, Modal } from '@strapi/design-system';
import { type FormEvent, type ReactElement, useId, useState } from 'react';

import { useText } from '../../../text/use-text';
import { BLOCK_KINDS, type BlockPart } from '../block-kinds';
import type { DraftBlock } from '../composition';
import type { BlockFault } from '../faults';
import type { BlockRights } from '../use-block-rights';
import { CategoriesPart, ProductsPart } from './choice-parts';
import { HtmlPart } from './html-part';
import { ImagePart } from './image-part';
import { LinkPart } from './link-part';
import { isWindow, WindowPart } from './window-part';
import { HeadingPart, TextPart } from './word-parts';

/** What each part of the form works with. */
export interface PartProps {
  block: DraftBlock;
  locale: string;
  mayEdit: (field: string) => boolean;
  /** What is wrong with a field, in words. */
  faultOf: (field: string) => string | undefined;
  change: (changed: Partial<DraftBlock>) => void;
}

const PARTS: Record<BlockPart, (props: PartProps) => ReactElement> = {
  heading: HeadingPart,
  text: TextPart,
  html: HtmlPart,
  image: ImagePart,
  link: LinkPart,
  products: ProductsPart,
  categories: CategoriesPart,
};

interface EditBlockProps {
  block: DraftBlock;
  locale: string;
  rights: BlockRights;
  faults: BlockFault[];
  onDone: (block: DraftBlock) => void;
  onClose: () => void;
}

/** A block with exactly the fields that its kind uses, and when it is shown. */
export function EditBlock({ block, locale, rights, faults, onDone, onClose }: EditBlockProps) {
  const text = useText();
  const id = useId();
  const [edited, setEdited] = useState(block);
  const { title, parts } = BLOCK_KINDS[block.position];
  const isComplete = isWindow(edited);

  const props: PartProps = {
    block: edited,
    locale,
    mayEdit: (field) => rights.mayEdit(field, block.stage === null),
    faultOf: (field) => {
      const fault = faults.find((one) => one.field === field);
      return fault && text(fault.words);
    },
    change: (changed) => {
      setEdited((before) => ({ ...before, ...changed }));
    },
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete) onDone(edited);
  };

  return (
    <Modal.Root
      open
      onOpenChange={(isOpen: boolean) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={text('dialog.close')}>
          <Modal.Title>{text('layout.edit.title', { kind: text(title) })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={id} noValidate onSubmit={submit}>
            <Flex direction="column" alignItems="stretch" gap={5}>
              {parts.map((part) => {
                const Part = PARTS[part];
                return <Part key={part} {...props} />;
              })}
              <WindowPart {...props} />
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {text('dialog.cancel')}
          </Button>
          <Button type="submit" form={id} disabled={!isComplete}>
            {text('layout.edit.done')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
