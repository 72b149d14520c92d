import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';

import { backendUrl } from '../../api/backend-url';
import { useText } from '../../text/use-text';
import { storeCalls } from './store-calls';

/** Calls of the store's API that work as they stand. */
export function FrontEnd({ storePath }: { storePath: string }) {
  const text = useText();
  const calls = storeCalls(`${backendUrl() || window.location.origin}${storePath}`);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Call title={text('steps.curl-products')} command={calls.products} />
      <Call title={text('steps.curl-cart')} command={calls.cart} />
    </Flex>
  );
}

function Call({ title, command }: { title: string; command: string }) {
  const text = useText();
  const { toggleNotification } = useNotification();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(command);
      toggleNotification({ type: 'success', message: text('steps.copied') });
    } catch {
      // Not served over https: it can still be selected.
      toggleNotification({ type: 'warning', message: text('steps.not-copied') });
    }
  };
  return (
    <Box>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {title}
      </Typography>
      <Flex gap={2} marginTop={1} padding={3} background="neutral150" hasRadius>
        <Box tag="pre" flex="1" minWidth={0} overflow="auto" tabIndex={0} aria-label={title}>
          <Typography
            tag="code"
            variant="pi"
            textColor="neutral800"
            style={{ fontFamily: 'monospace' }}
          >
            {command}
          </Typography>
        </Box>
        <IconButton variant="ghost" label={text('steps.copy')} onClick={() => void copy()}>
          <Duplicate />
        </IconButton>
      </Flex>
    </Box>
  );
}
