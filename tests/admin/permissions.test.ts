import { READ_ORDERS, REBUILD, UPDATE_ORDERS } from '../../admin/permissions';
import { PERMISSIONS } from '../../server/permissions';

it('the admin asks for the permissions that the server knows', () => {
  expect(READ_ORDERS).toEqual([{ action: PERMISSIONS.readOrders, subject: null }]);
  expect(REBUILD).toEqual([{ action: PERMISSIONS.rebuild, subject: null }]);
  expect(UPDATE_ORDERS).toEqual([{ action: PERMISSIONS.updateOrders, subject: null }]);
});
