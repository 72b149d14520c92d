import { windowState } from '../../../admin/content-manager/window-state';

const now = new Date('2030-01-01T12:00:00Z');
const before = '2030-01-01T11:59:59.999Z';
const exactly = '2030-01-01T12:00:00.000Z';
const after = '2030-01-01T12:00:00.001Z';

it.each([
  [{ active: true }, 'now'],
  [{ active: true, validFrom: null, validTo: null }, 'now'],
  [{ active: false }, 'off'],
  [{ active: null, validFrom: after }, 'off'],
  [{ active: true, validFrom: exactly, validTo: after }, 'now'],
  [{ active: true, validFrom: after }, 'coming'],
  [{ active: true, validFrom: before, validTo: exactly }, 'over'],
  [{ active: false, validTo: before }, 'over'],
])('%j is %s', (entry, state) => {
  expect(windowState(entry, now)).toBe(state);
});
