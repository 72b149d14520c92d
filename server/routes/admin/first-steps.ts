import { PERMISSIONS } from '../../permissions';
import { adminRoute } from './admin-route';

/** All staff may see how far the shop is, and what they may do of it; what they may not, its own pages refuse. */
export const firstStepRoutes = [
  adminRoute('GET', '/first-steps', 'adminFirstSteps.show'),
  adminRoute('PUT', '/first-steps', 'adminFirstSteps.dismiss', PERMISSIONS.updateSettings),
  adminRoute('PUT', '/first-steps/:step', 'adminFirstSteps.skip', PERMISSIONS.updateSettings),
  ...[
    ['/first-steps/test-order', 'adminFirstSteps.placeTestOrder'],
    ['/first-steps/test-order/cancel', 'adminFirstSteps.cancelTestOrder'],
  ].map(([path = '', handler = '']) => adminRoute('POST', path, handler, PERMISSIONS.updateOrders)),
];
