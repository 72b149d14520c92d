import { webcrypto } from 'node:crypto';

import { newStepKey } from '../../../admin/api/step-key';

it('a key is long enough for the server, and another one each time', () => {
  // What a browser has without https: no `randomUUID`.
  Object.defineProperty(globalThis, 'crypto', {
    configurable: true,
    value: { getRandomValues: webcrypto.getRandomValues.bind(webcrypto) },
  });
  const keys = [newStepKey(), newStepKey(), newStepKey()];
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  expect(new Set(keys).size).toBe(keys.length);
});
