import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Duplicate, Link as LinkIcon } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';

import { copyText } from '../../pages/order/copy-text';
import { useText } from '../../text/use-text';

interface CopyCodeProps {
  code: string;
  link: string | null;
  hasWebsite: boolean;
}

/** The code, and the link that brings it to the shop's website. */
export function CopyCode({ code, link, hasWebsite }: CopyCodeProps) {
  const text = useText();
  const { toggleNotification } = useNotification();
  const copy = async (content: string) => {
    const isCopied = await copyText(content);
    toggleNotification({
      type: isCopied ? 'success' : 'warning',
      message: text(isCopied ? 'code.copied' : 'code.not-copied', { content }),
    });
  };
  return (
    <Box>
      <Flex gap={2} wrap="wrap">
        <Button
          variant="tertiary"
          size="S"
          startIcon={<Duplicate />}
          onClick={() => void copy(code)}
        >
          {text('code.copy')}
        </Button>
        <Button
          variant="tertiary"
          size="S"
          startIcon={<LinkIcon />}
          disabled={link === null}
          onClick={() => void copy(link ?? '')}
        >
          {text('code.copy-link')}
        </Button>
      </Flex>
      <Typography
        tag="p"
        variant="pi"
        textColor="neutral600"
        paddingTop={2}
        style={{ overflowWrap: 'anywhere' }}
      >
        {link ?? text(hasWebsite ? 'code.website-wrong' : 'code.no-website')}
      </Typography>
    </Box>
  );
}
