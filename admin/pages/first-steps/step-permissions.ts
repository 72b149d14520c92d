import { UIDS } from '../../../content-types/uids';
import type { FirstStepName } from '../../../server/contracts/first-steps';
import {
  type NeededPermission,
  READ_SETTINGS,
  UPDATE_ORDERS,
  UPDATE_SETTINGS,
} from '../../permissions';

const makes = (uid: string): NeededPermission[] => [
  { action: 'plugin::content-manager.explorer.create', subject: uid },
];

/** Who may do a step; the others are not shown it. */
export const STEP_PERMISSIONS: Record<FirstStepName, NeededPermission[]> = {
  'details': UPDATE_SETTINGS,
  'options': makes(UIDS.productOption),
  'product': makes(UIDS.product),
  'delivery': UPDATE_SETTINGS,
  'test-order': UPDATE_ORDERS,
  'front-end': READ_SETTINGS,
  'staff': [{ action: 'admin::users.create', subject: null }],
};

/** Who may do at least one. */
export const ANY_STEP: NeededPermission[] = Object.values(STEP_PERMISSIONS).flat();
