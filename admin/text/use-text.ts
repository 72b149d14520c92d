import { useCallback } from 'react';
import { type PrimitiveType, useIntl } from 'react-intl';

import { type TextKey, getTranslation } from './get-translation';

/** The admin's texts in the editor's language: `text('orders.found', { count: 3 })`. */
export function useText() {
  const intl = useIntl();
  return useCallback(
    (key: TextKey, values?: Record<string, PrimitiveType>) =>
      intl.formatMessage({ id: getTranslation(key) }, values),
    [intl]
  );
}
