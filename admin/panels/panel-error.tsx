import { Button, Flex, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';

import type { ApiError } from '../api/api-error';
import { useText } from '../text/use-text';

interface PanelErrorProps {
  error: ApiError;
  retry: () => unknown;
  isRetrying: boolean;
}

/** In a panel, where there is no room for a picture: what went wrong, and another try. */
export function PanelError({ error, retry, isRetrying }: PanelErrorProps) {
  const text = useText();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  return (
    <Flex role="alert" direction="column" alignItems="flex-start" gap={2}>
      <Typography tag="p" variant="pi" textColor="danger600">
        {text('error.load', { reason: formatApiError(error) })}
      </Typography>
      <Button variant="tertiary" size="S" loading={isRetrying} onClick={() => void retry()}>
        {text('error.retry')}
      </Button>
    </Flex>
  );
}
