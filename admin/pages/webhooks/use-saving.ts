import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import type { ApiError } from '../../api/api-error';
import { useText } from '../../text/use-text';

/** Says how saving went. @returns whether it was saved */
export function useSaving() {
  const text = useText();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  return async (saving: Promise<{ error: ApiError } | { data: unknown }>): Promise<boolean> => {
    const answer = await saving;
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: formatApiError(answer.error) });
      return false;
    }
    toggleNotification({ type: 'success', message: text('webhooks.saved') });
    return true;
  };
}
