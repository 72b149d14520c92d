import { Typography } from '@strapi/design-system';

import type { BlockViewDto } from '../../../../server/contracts/layout';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import type { DraftBlock } from '../composition';
import { emptyWords, missing } from './why-empty';

interface BlockStateWordsProps {
  block: DraftBlock;
  view: BlockViewDto | undefined;
}

/** Whether it stands on the page now, and if not, why. */
export function BlockStateWords({ block, view }: BlockStateWordsProps) {
  const text = useText();
  const { time } = useFormats();
  const words = () => {
    switch (view?.state) {
      case undefined:
        return ' ';
      case 'hidden':
        return text('layout.state.hidden');
      case 'over':
        return text('layout.state.over', { time: time(block.visibleUntil ?? '') });
      case 'coming':
        return text('layout.state.coming', { time: time(block.visibleFrom ?? '') });
      case 'empty':
        return text(emptyWords(block));
      case 'shown':
        return block.visibleUntil
          ? text('layout.state.shown-until', { time: time(block.visibleUntil) })
          : text('layout.state.shown');
    }
  };
  const isMissing = missing(block, view);
  return (
    <>
      <Typography
        variant="pi"
        textColor={
          view?.state === 'shown'
            ? 'success600'
            : view?.state === 'empty'
              ? 'warning600'
              : 'neutral600'
        }
      >
        {words()}
      </Typography>
      {isMissing > 0 && (
        <Typography variant="pi" textColor="warning600">
          {text('layout.missing', { count: isMissing })}
        </Typography>
      )}
    </>
  );
}
