import { Box, Flex } from '@strapi/design-system';

import { TextField } from '../../../components/text-field';
import { useText } from '../../../text/use-text';
import type { PartProps } from './edit-block';

/** Where the block leads to, and what stands on the button. */
export function LinkPart({ block, mayEdit, faultOf, change }: PartProps) {
  const text = useText();
  if (!mayEdit('linkUrl') && !mayEdit('linkLabel')) return <></>;
  return (
    <Flex gap={4} alignItems="flex-start" wrap="wrap">
      <Box grow={1} minWidth="20rem">
        <TextField
          name="linkLabel"
          label={text('layout.field.link-label')}
          error={faultOf('linkLabel')}
          value={block.linkLabel ?? ''}
          onChange={(value) => {
            change({ linkLabel: value || null });
          }}
        />
      </Box>
      <Box grow={1} minWidth="20rem">
        <TextField
          name="linkUrl"
          label={text('layout.field.link-url')}
          hint={text('layout.field.link-url.hint')}
          error={faultOf('linkUrl')}
          value={block.linkUrl ?? ''}
          onChange={(value) => {
            change({ linkUrl: value || null });
          }}
        />
      </Box>
    </Flex>
  );
}
