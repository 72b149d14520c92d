import { useAuth } from '@strapi/strapi/admin';
import { useCallback } from 'react';

import type { NeededPermission } from '../permissions';

/** Whether the editor's roles give at least one of the permissions. The server asks again, whatever this says. */
export function useGranted() {
  const granted = useAuth('useGranted', ({ permissions }) => permissions);
  return useCallback(
    (needed: readonly NeededPermission[]) =>
      needed.some(({ action, subject }) =>
        granted.some(
          (permission) =>
            permission.action === action && (!subject || permission.subject === subject)
        )
      ),
    [granted]
  );
}
