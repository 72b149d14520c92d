import { Box, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useText } from '../../../text/use-text';
import { RichHtml } from '../preview/rich-html';
import { useViews } from '../use-views';
import type { PartProps } from './edit-block';

const LONGEST_HTML = 100_000;

const Code = styled(Textarea)`
  min-height: 16rem;
  font-family: monospace;
`;

/** HTML, and what will be left of it: the server takes out what may not stand on a page. */
export function HtmlPart({ block, locale, mayEdit, faultOf, change }: PartProps) {
  const text = useText();
  const views = useViews([block], { locale, at: null });
  const html = views.get(block.key)?.block.html;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root
        name="html"
        hint={text('layout.field.html.hint')}
        error={faultOf('html')}
        width="100%"
      >
        <Field.Label>{text('layout.field.html')}</Field.Label>
        <Code
          spellCheck={false}
          maxLength={LONGEST_HTML}
          disabled={!mayEdit('html')}
          value={block.html ?? ''}
          onChange={({ target }) => {
            change({ html: target.value || null });
          }}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Box>
        <Typography variant="pi" fontWeight="bold">
          {text('layout.field.html.result')}
        </Typography>
        <Box borderColor="neutral200" hasRadius padding={4} minHeight="6rem" overflow="auto">
          {html && <RichHtml html={html} />}
        </Box>
      </Box>
    </Flex>
  );
}
