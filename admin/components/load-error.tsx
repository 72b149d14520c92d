import { Button, EmptyStateLayout } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';
import { useAPIErrorHandler } from '@strapi/strapi/admin';
import type { ComponentProps } from 'react';

import type { ApiError } from '../api/api-error';
import { useText } from '../text/use-text';

interface LoadErrorProps {
  error: ApiError | undefined;
  retry: () => unknown;
  /** While it is tried again. */
  isRetrying: boolean;
}

/** Says what went wrong, and offers to try again. */
export function LoadError({ error, retry, isRetrying }: LoadErrorProps) {
  const text = useText();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  const reason = error ? formatApiError(error) : '';
  const button: ComponentProps<typeof Button> = {
    variant: 'secondary',
    startIcon: <ArrowClockwise />,
    loading: isRetrying,
    onClick: () => void retry(),
  };
  return (
    <div role="alert">
      <EmptyStateLayout
        hasRadius
        icon={<WarningCircle width="8rem" height="8rem" fill="danger600" />}
        content={text('error.load', { reason })}
        action={<Button {...button}>{text('error.retry')}</Button>}
      />
    </div>
  );
}
