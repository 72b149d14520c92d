import * as needed from '../../admin/permissions';
import { PERMISSIONS } from '../../server/permissions';

/** Of the admin's permissions, those that the plugin itself registers. */
const ours = Object.values(needed)
  .flat()
  .filter(({ action }) => action.startsWith('plugin::cartwright.'));

it('the admin asks for each permission that the server knows, and for no other one', () => {
  expect(ours.map(({ action }) => action).sort()).toEqual(Object.values(PERMISSIONS).sort());
  expect(ours.every(({ subject }) => subject === null)).toBe(true);
});
