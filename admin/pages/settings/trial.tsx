import { Box, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';

import type { ApiError } from '../../api/api-error';
import { useText } from '../../text/use-text';

interface TrialProps {
  isAsked: boolean;
  error: ApiError | undefined;
  /** While the answer is an older one. */
  isStale: boolean;
  children: ReactNode;
}

/** The answer to a question that editors ask the shop; it has its place before there is one. */
export function Trial({ isAsked, error, isStale, children }: TrialProps) {
  const text = useText();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  return (
    <Box minHeight="4.8rem" aria-live="polite" style={{ opacity: isStale ? 0.6 : 1 }}>
      {!isAsked && <Typography textColor="neutral600">{text('settings.trial.fill-in')}</Typography>}
      {isAsked && error && <Typography textColor="danger600">{formatApiError(error)}</Typography>}
      {isAsked && !error && children}
    </Box>
  );
}
