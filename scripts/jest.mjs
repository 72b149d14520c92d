import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { root } from './ensure-installed.mjs';

/** Runs jest with these arguments and this much more of an environment; answers with its exit code. */
export function jest(args, env = {}) {
  const program = join(root, 'node_modules/jest/bin/jest.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
