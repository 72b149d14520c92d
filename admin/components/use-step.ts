import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';

import type { ApiError } from '../api/api-error';
import { oneAtATime } from './one-at-a-time';

export type Answer = { data: unknown } | { error: ApiError };

export interface Step {
  isBusy: boolean;
  /**
   * Asks, unless an answer is under way: a second click is too many. `done` is said when it went well; what the server
   * refused is said by `refused`, else in a notification. @returns whether it went well
   */
  take: (
    ask: () => Promise<Answer>,
    done: string | null,
    refused?: (message: string) => void
  ) => Promise<boolean>;
}

/** Something that the server is asked to do, once at a time. */
export function useStep(): Step {
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  // A second click may come before the first one has disabled the button.
  const [once] = useState(oneAtATime);
  const [isBusy, setIsBusy] = useState(false);

  const take: Step['take'] = async (ask, done, refused) => {
    const answer = await once(async () => {
      setIsBusy(true);
      try {
        return await ask();
      } finally {
        setIsBusy(false);
      }
    });
    if (!answer) return false;
    if ('error' in answer) {
      const message = formatApiError(answer.error);
      if (refused) refused(message);
      else toggleNotification({ type: 'danger', message });
      return false;
    }
    if (done) toggleNotification({ type: 'success', message: done });
    return true;
  };

  return { isBusy, take };
}
