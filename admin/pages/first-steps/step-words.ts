import type { FirstStepName } from '../../../server/contracts/first-steps';
import type { TextKey } from '../../text/get-translation';

export const STEP_WORDS: Record<FirstStepName, { title: TextKey; body: TextKey }> = {
  'details': { title: 'steps.details', body: 'steps.details-body' },
  'options': { title: 'steps.options', body: 'steps.options-body' },
  'product': { title: 'steps.product', body: 'steps.product-body' },
  'delivery': { title: 'steps.delivery', body: 'steps.delivery-body' },
  'test-order': { title: 'steps.test-order', body: 'steps.test-order-body' },
  'front-end': { title: 'steps.front-end', body: 'steps.front-end-body' },
  'staff': { title: 'steps.staff', body: 'steps.staff-body' },
};
