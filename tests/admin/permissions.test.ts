import { READ_ORDERS, UPDATE_ORDERS } from '../../admin/permissions';
import { PERMISSIONS } from '../../server/permissions';

it('the admin asks for the permissions that the server knows', () => {
  expect(READ_ORDERS).toEqual([{ action: PERMISSIONS.readOrders, subject: null }]);
  expect(UPDATE_ORDERS).toEqual([{ action: PERMISSIONS.updateOrders, subject: null }]);
});
