import type { InputIssue } from '../../domain/errors';
import type { Block } from '../../domain/layout/block';
import { blockIssues, readBlockInput, windowIssue } from '../../domain/layout/block-input';
import { sanitiseHtml } from './sanitise-html';

/** The block as a save would store it. */
export function tidied<Kind extends Block>(block: Kind): Kind {
  return { ...block, ...readBlockInput({ ...(block as Block) }, sanitiseHtml) };
}

/** What is wrong with the fields of blocks, each with the place of its block in the list. */
export function wrongFields(blocks: readonly Block[]): InputIssue[] {
  return blocks.flatMap((block, index) => {
    const window = windowIssue(block.visibleFrom, block.visibleUntil);
    return [...blockIssues({ ...block }), ...(window ? [window] : [])].map(({ path, message }) => ({
      path: `blocks.${index}.${path}`,
      message,
    }));
  });
}
