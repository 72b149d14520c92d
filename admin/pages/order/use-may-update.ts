import { useRBAC } from '@strapi/strapi/admin';

import { UPDATE_ORDERS } from '../../permissions';

/** Whether the role may change orders. Without that, the buttons are not there. */
export function useMayUpdate(): boolean {
  const { allowedActions } = useRBAC(UPDATE_ORDERS);
  return allowedActions['canUpdate'] ?? false;
}
