import { Dialog, IconButton } from '@strapi/design-system';
import { Trash, WarningCircle } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';

import { useText } from '../../../text/use-text';
import { type DraftBlock, withoutBlock } from '../composition';
import type { Composing } from '../use-composition';

interface RemoveBlockProps {
  block: DraftBlock;
  name: string;
  change: Composing['change'];
}

export function RemoveBlock({ block, name, change }: RemoveBlockProps) {
  const text = useText();
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <IconButton label={text('layout.remove.named', { block: name })} variant="ghost">
          <Trash />
        </IconButton>
      </Dialog.Trigger>
      <ConfirmDialog
        title={text('layout.remove.title')}
        variant="danger-light"
        icon={<WarningCircle width="2.4rem" height="2.4rem" fill="danger600" />}
        onConfirm={() => {
          change((all) => withoutBlock(all, block.key));
        }}
      >
        {text(
          block.stage === null
            ? 'layout.remove.new'
            : block.stage === 'draft'
              ? 'layout.remove.draft'
              : 'layout.remove.live',
          { block: name }
        )}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
